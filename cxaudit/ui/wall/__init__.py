"""The wall: what the audience sees, its window, and the monitor that it stands on.

`paint` draws a `presentation.wall.WallView` at any size, `window` holds it, `stage` decides what is shown and where.
"""
