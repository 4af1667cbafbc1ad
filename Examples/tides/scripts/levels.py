#!/usr/bin/env python3
"""Writes data/levels/levels.csv: hourly water levels in a harbour that does not exist.

The tide is the sum of eight constituents, whose speeds are those of astronomy (Schureman, Manual of Harmonic Analysis and
Prediction of Tides, 1958); amplitudes and phases are chosen, of the size of those on the coast of Brittany. To the tide comes
what the weather does: a random walk that is drawn back within a day and a half.
"""
import math
import pathlib
import random

CONSTITUENTS = [  # name, degrees an hour, amplitude in cm, phase in degrees
    ("M2", 28.9841042, 205, 108),
    ("S2", 30.0, 75, 148),
    ("N2", 28.4397295, 42, 89),
    ("K2", 30.0821373, 21, 145),
    ("K1", 15.0410686, 6.5, 75),
    ("O1", 13.9430356, 6.8, 326),
    ("M4", 57.9682084, 5.4, 111),
    ("MS4", 58.9841042, 3.4, 190),
]
HOURS, MEAN, MEMORY, SURGE = 400 * 24, 420, 36, 12

weather = random.Random(1958)
surge, lines = 0.0, ["hour,level"]
for hour in range(HOURS):
    keep = math.exp(-1 / MEMORY)
    surge = keep * surge + SURGE * math.sqrt(1 - keep * keep) * weather.gauss(0, 1)
    tide = sum(a * math.cos(math.radians(speed * hour - phase)) for _, speed, a, phase in CONSTITUENTS)
    lines.append(f"{hour},{MEAN + tide + surge:.0f}")
path = pathlib.Path(__file__).parent.parent / "data/levels/levels.csv"
path.write_text("\n".join(lines) + "\n")
