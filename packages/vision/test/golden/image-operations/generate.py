"""References for the image operations, made by OpenCV, SciPy and scikit-image.

Usage: python3 generate.py > references.json
Made with Python 3.11.2, OpenCV 4.6.0, SciPy 1.10.1, scikit-image 0.19.3, NumPy 1.24.2 (Debian 12 packages).
The picture is a formula, so that both sides make it for themselves.
"""
import json

import cv2
import numpy as np
from scipy import ndimage
from skimage import draw
from skimage.feature import graycomatrix, graycoprops

WIDTH, HEIGHT = 24, 18


def picture():
    y, x, c = np.mgrid[0:HEIGHT, 0:WIDTH, 0:3]
    return ((37 * x + 91 * y + 7 * x * y + 53 * c) % 251).astype(np.float32)


def window_statistics(values, radius):
    """Mean and deviation in windows that are cut at the border."""
    ones = np.ones_like(values, dtype=np.float64)
    size = 2 * radius + 1

    def total(a):
        return ndimage.uniform_filter(a.astype(np.float64), size, mode="constant") * size**2

    count = total(ones)
    mean = total(values) / count
    square = total(values.astype(np.float64) ** 2) / count
    return mean, np.sqrt(np.maximum(0, square - mean**2))


def polygon_cover(polygon, factor=32):
    """Cover by counting sub-samples; (0, 0) is the centre of the first cell."""
    points = (np.array(polygon) + 0.5) * factor - 0.5
    mask = draw.polygon2mask((HEIGHT * factor, WIDTH * factor), points[:, ::-1])
    return mask.reshape(HEIGHT, factor, WIDTH, factor).mean(axis=(1, 3))


def rounded(a, digits=5):
    return [round(float(v), digits) for v in np.asarray(a).ravel()]


image = picture()
grey = image[:, :, 0]
polygon = [[3.2, 2.1], [19.7, 4.4], [21.3, 14.8], [11.5, 10.2], [4.6, 15.9]]
cover = polygon_cover(polygon)
inside = (cover >= 0.5).astype(np.uint8)
mean, deviation = window_statistics(grey, 2)
levels = (grey // 32).astype(np.uint8)
matrix = graycomatrix(levels, [1], [0], levels=8, symmetric=True, normed=True)[:, :, 0, 0]
measures = [graycoprops(matrix[:, :, None, None], name)[0, 0] for name in ("contrast", "homogeneity", "energy", "correlation")]
measures.append(-np.sum(matrix[matrix > 0] * np.log2(matrix[matrix > 0])))

json.dump(
    {
        "shrunk_by_three": rounded(cv2.resize(image, (8, 6), interpolation=cv2.INTER_AREA), 3),
        "shrunk_to_7_by_5": rounded(cv2.resize(image, (7, 5), interpolation=cv2.INTER_AREA), 3),
        "enlarged_to_60_by_45": rounded(cv2.resize(image, (60, 45), interpolation=cv2.INTER_LINEAR), 3),
        "window_mean": rounded(mean, 4),
        "window_deviation": rounded(deviation, 4),
        "polygon": polygon,
        "polygon_cover": rounded(cover, 4),
        "inside": inside.ravel().tolist(),
        "euclidean_distance": rounded(ndimage.distance_transform_edt(inside), 4),
        "co_occurrence": rounded(matrix, 6),
        "haralick": rounded(measures, 6),
    },
    fp=__import__("sys").stdout,
)
print()
