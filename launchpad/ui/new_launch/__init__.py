"""Making a launch: a template, a name, a date and a few answers, with the plan shown while choosing."""
