"""Launch templates and the sample launch: safe YAML in, a whole plan out."""
