"""Accuracy, speed and scaling of timeline-cli beside public peers: `make bench` (docs/benchmarks.md)."""
