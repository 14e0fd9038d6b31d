"""Paper: pages of shapes as PDF and as pictures, and the dialog that asks how."""
