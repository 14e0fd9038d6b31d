"""Reviews: what was decided and when, what is still promised, and getting ready for the next one."""
