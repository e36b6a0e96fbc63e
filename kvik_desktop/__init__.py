"""KVIK Desktop: selvevaluering uden netværk for små offentlige institutioner."""

__version__ = "0.1.0"
