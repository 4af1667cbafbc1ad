"""Writes fixtures.json: lines of equal value of 41 small fields as contourpy traces them, and areas between levels.

    pip install contourpy==1.3.3 numpy && python make_fixtures.py

Fields are random, smooth, flat in places, full of saddles, with levels equal to values of the grid, with holes (null)
and on uneven grids. Of a cell with one corner missing the triangle of the other three counts (corner_mask=True).
"""

import json
import pathlib

import contourpy
import numpy as np

generator = np.random.default_rng(7)
fields = []


def area(z, x, y, lower, upper):
    tracer = contourpy.contour_generator(x, y, z, name="serial", corner_mask=True, fill_type="OuterOffset")
    total = 0.0
    for points, offsets in zip(*tracer.filled(lower, upper)):
        for start, end in zip(offsets[:-1], offsets[1:]):
            px, py = points[start:end].T
            total += 0.5 * float(np.sum(px[:-1] * py[1:] - px[1:] * py[:-1]))
    return total


def add(name, z, levels, x=None, y=None):
    z = np.asarray(z, float)
    x = np.arange(z.shape[1], dtype=float) if x is None else np.asarray(x, float)
    y = np.arange(z.shape[0], dtype=float) if y is None else np.asarray(y, float)
    tracer = contourpy.contour_generator(
        x, y, z, name="serial", corner_mask=True, line_type=contourpy.LineType.Separate
    )
    fields.append({
        "name": name,
        "xs": x.tolist(),
        "ys": y.tolist(),
        "values": [None if np.isnan(v) else v for v in z.ravel().tolist()],
        "areas": [
            {"lower": float(a), "upper": float(b), "area": area(z, x, y, a, b)}
            for a, b in zip(sorted(levels)[:-1], sorted(levels)[1:])
        ],
        "levels": [{"level": float(v), "lines": [line.tolist() for line in tracer.lines(v)]} for v in levels],
    })


for k in range(6):
    add(f"random {k}", generator.standard_normal((7 + k, 9 - k % 3)), [-0.7, 0.0, 0.4])
for k in range(4):
    add(f"whole numbers {k}", generator.integers(0, 4, (8, 8)), [0, 1, 2, 3, 1.5])
for k in range(4):
    add(f"two values {k}", generator.integers(0, 2, (7, 7)), [0, 0.5, 1])
for k in range(5):
    z = generator.standard_normal((9, 8))
    z[generator.random(z.shape) < 0.08 * (k + 1)] = np.nan
    add(f"holes {k}", z, [-0.5, 0.1, 0.8])
for k in range(3):
    x, y = np.cumsum(generator.random(9) + 0.05), np.cumsum(generator.random(7) * 5 + 0.01)
    add(f"uneven grid {k}", generator.standard_normal((7, 9)), [-0.3, 0.3], x, y)

v = np.linspace(-2, 2, 13)
gx, gy = np.meshgrid(v, v)
add("checkers", np.indices((6, 7)).sum(0) % 2, [0, 0.25, 0.5, 0.75, 1])
add("saddle", gx * gy, [-1, 0, 1], v, v)
add("monkey saddle", gx**3 - 3 * gx * gy**2, [-2, 0, 2], v, v)
add("plateau", np.clip(gx**2 + gy**2, 1, 3), [1, 2, 3], v, v)
add("bowl", 0.5 * (gx**2 + 4 * gy**2), [0.25, 1, 2, 4], v, v)
add("absolute values", np.abs(gx) + np.abs(gy), [0.5, 1, 2], v, v)
add("flat", np.ones((5, 5)), [0, 1, 2])
add("one peak", np.pad([[1.0]], 3), [0, 0.5, 1])
add("one pit", 1 - np.pad([[1.0]], 3), [0, 0.5, 1])
add("a single cell", [[0, 1], [1, 0]], [0.25, 0.5, 0.75])
add("a single row of cells", generator.standard_normal((2, 12)), [0])
add("tiny numbers", generator.standard_normal((6, 6)) * 1e-12, [0, 3e-13])
add("huge numbers", generator.standard_normal((6, 6)) * 1e12, [0, 4e11])
add("outside", generator.random((5, 5)), [-1, 2])
add("ripples", np.sin(3 * gx) * np.cos(2 * gy), [-0.5, 0, 0.5], v, v)

for k in range(4):
    z = generator.integers(0, 4, (8, 9)).astype(float) if k < 2 else np.outer(v[:8], v[:9]) + k
    z[generator.random(z.shape) < 0.2] = np.nan
    add(f"full of holes {k}", z, [0, 1, 1.5, 2, 3])

path = pathlib.Path(__file__).with_name("fixtures.json")
path.write_text(json.dumps(fields, separators=(",", ":")) + "\n")
print(len(fields), "fields,", path.stat().st_size, "bytes")
