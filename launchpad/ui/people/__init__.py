"""Who works on the launch, when they are away and how much they carry."""
