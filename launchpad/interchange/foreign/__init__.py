"""Plans that other programs wrote: Microsoft Project, GanttProject, and tables of tasks."""
