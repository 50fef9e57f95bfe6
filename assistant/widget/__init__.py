"""The widget's outside: who may embed it, with which tokens, and what their pages are sent."""

from assistant.widget.register import WidgetError
from assistant.widget.routes import Widgets, open_widgets, widget_routes

__all__ = ["WidgetError", "Widgets", "open_widgets", "widget_routes"]
