"""What a detector written with NumPy and SciPy takes for comparable work: python3 screening.py [STOPS [CHASSIS GROUND BESIDE RATE]]

One stop is a minute of so many sensors at so many samples a second, a multiple of 100 (noise here: the time does not depend on what it is).
More than 100 are brought down to that, and the spectra of stretches of 4 s, half overlapping, are taken once. Then all of the signal until 8, 10, 12,
14, 18, 24, 30, 36, 44, 52 and 60 s is looked at, as the detector does: twice the best filter from the ground to each frame sensor and what it
leaves, stretches that are loud counting less; the largest eigenvalue of the correlation of the sensors in eleven bands; in three bands the beam of the
strongest. From 14 s on beats are looked for in it, in one of these ways:

  envelope    the autocorrelation of the size of the beam, from 40 to 180 beats a minute
  neurokit    peaks and rate of that size with NeuroKit2, where it is installed
  waves       as the detector does it: the likeness of each quarter of a second to those 0.35 to 1.5 s later, as a wave, and the tempo that
              follows it best, of the frame and of the ground

What the detector does besides is left out: the health of sensors, lines, bearings, movement, echo, history, test. It is given one thread. Needs
numpy and scipy.
"""
import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import sys
import time
import warnings

import numpy as np
import scipy
from scipy import ndimage, signal

try:
    import neurokit2
except ImportError:
    neurokit2 = None

RATE = 100
SEGMENT = 4 * RATE
LOOKS = (8, 10, 12, 14, 18, 24, 30, 36, 44, 52, 60)
SETTLED = 14
BANDS = ((12, 24), (20, 36), (32, 60))
BEAM_RATE = 32
EDGE = 32
LAGS = range(11, 48)


def spectra(samples, rate):
    """By bin of a quarter of a hertz up to 15.25 Hz, sensor and stretch."""
    if rate > RATE:
        samples = signal.resample_poly(samples, 1, rate // RATE, axis=1)
    _, _, out = signal.stft(samples, RATE, nperseg=SEGMENT, noverlap=SEGMENT // 2, boundary=None, padded=False)
    return np.ascontiguousarray(out[:, :62].transpose(1, 0, 2))


def cancelled(frame, ground, weights):
    adjoint = ground.conj().swapaxes(1, 2) * weights[:, None]
    power = ground @ adjoint
    power += np.eye(ground.shape[1]) * (1e-6 * np.abs(power).max(axis=(1, 2), keepdims=True) + 1e-30)
    way = np.linalg.solve(power.swapaxes(1, 2), (frame @ adjoint).swapaxes(1, 2)).swapaxes(1, 2)
    rest = frame - way @ ground
    return rest, np.sum(np.abs(rest) ** 2 * weights, axis=2) / weights.sum()


def residual(frame, ground):
    rest, after = cancelled(frame, ground, np.ones(frame.shape[2]))
    loud = np.sum(np.abs(rest[12:61]) ** 2 / after[12:61, :, None], axis=(0, 1))
    rest, after = cancelled(frame, ground, np.minimum(1, np.median(loud) / loud))
    return rest / np.sqrt(after)[:, :, None]


def correlations(even):
    """Of each run of bins in `even` (run, bin, sensor, stretch): the correlation of the sensors."""
    runs, _, sensors, _ = even.shape
    flat = even.transpose(0, 2, 1, 3).reshape(runs, sensors, -1)
    cov = flat @ flat.conj().swapaxes(1, 2)
    scale = np.sqrt(np.einsum("rii->ri", cov).real)
    return cov / (scale[:, :, None] * scale[:, None, :])


def energy(even):
    values = np.linalg.eigvalsh(correlations(even[12:56].reshape(11, 4, *even.shape[1:])))
    return np.mean((values[:, -1] - 1) / (even.shape[1] - 1))


def beam(even):
    """The complex envelope of each band, 32 times a second, and how much the sensors have in common in it."""
    stretches = even.shape[2]
    out = np.zeros((len(BANDS), (stretches + 1) * 2 * BEAM_RATE), complex)
    common = np.ones(len(BANDS))
    for n, (low, high) in enumerate(BANDS):
        band = even[low:high]
        one = band[:, 0]
        if even.shape[1] > 1:
            values, vectors = np.linalg.eigh(correlations(band[None])[0])
            common[n] = (values[-1] - 1) / (even.shape[1] - 1)
            one = np.tensordot(band, vectors[:, -1].conj(), axes=(1, 0))
        waves = np.fft.ifft(one, 4 * BEAM_RATE, axis=0)
        first, second = waves[: 2 * BEAM_RATE], waves[2 * BEAM_RATE :]
        out[n, : -2 * BEAM_RATE] = first.T.ravel()
        out[n, 2 * BEAM_RATE :] += second.T.ravel()
    return out[:, EDGE:-EDGE], common


def envelope(one, _):
    size = np.sqrt(np.abs(one).sum(axis=0))
    size -= size.mean()
    correlation = signal.correlate(size, size, method="fft")[len(size) - 1 :]
    return np.max(correlation[BEAM_RATE // 3 : BEAM_RATE * 3 // 2]) / correlation[0]


def neurokit(one, _):
    clean = neurokit2.ppg_clean(np.abs(one).sum(axis=0), sampling_rate=BEAM_RATE)
    peaks = neurokit2.ppg_findpeaks(clean, sampling_rate=BEAM_RATE)["PPG_Peaks"]
    return np.median(neurokit2.signal_rate(peaks, sampling_rate=BEAM_RATE)) if len(peaks) > 3 else 0


def waves(one, common):
    size = np.abs(one)
    level = one / (ndimage.uniform_filter1d(size, 10 * BEAM_RATE, axis=1) + 0.3 * np.median(size, axis=1, keepdims=True))
    length = level.shape[1] - LAGS[-1] - 7
    likeness = np.empty((len(LAGS), length))
    for n, lag in enumerate(LAGS):
        sums = np.cumsum(level[:, :-lag].conj() * level[:, lag:], axis=1)
        likeness[n] = common @ np.abs(sums[:, 7 : 7 + length] - np.pad(sums[:, : length - 1], ((0, 0), (1, 0))))
    usual = np.median(likeness.mean(axis=1))
    likeness = ndimage.uniform_filter1d(likeness, 25, axis=1)
    best, seconds = 0, 0.5
    while seconds <= 1.35:
        period = seconds * BEAM_RATE
        first = max(0, int(np.ceil(0.9 * period)) - LAGS[0])
        last = min(LAGS[-1], int(1.1 * period)) - LAGS[0]
        best = max(best, likeness[first : last + 1].max(axis=0).mean())
        seconds *= 1.03
    return best / usual


def stop(samples, rate, chassis, ground, beats):
    all_of_it = spectra(samples, rate)
    for seconds in LOOKS:
        some = all_of_it[:, :, : seconds // 2 - 1]
        heard = some[:, chassis : chassis + ground]
        even = residual(some[:, :chassis], heard)
        one, common = beam(even)
        if seconds >= SETTLED:
            energy(even)
            beats(one, common)
            if beats is waves:
                first = heard[:, :1]
                beats(*beam(first / np.sqrt(np.mean(np.abs(first) ** 2, axis=2, keepdims=True))))


def main():
    words = [int(word) for word in sys.argv[1:]]
    stops = words[0] if words else 20
    chassis, ground, beside, rate = words[1:5] if len(words) > 1 else (4, 1, 0, 100)
    if rate % RATE:
        sys.exit("a rate is a multiple of 100 here, was: " + str(rate))
    # NeuroKit2 warns of what noise lacks.
    warnings.simplefilter("ignore")
    noise = np.random.default_rng(1).normal(size=(stops, chassis + ground + beside, 60 * rate))
    print(f"numpy {np.__version__}, scipy {scipy.__version__}, one thread; {stops} stops of 60 s, {noise.shape[1]} sensors x {rate} Hz")
    for beats in (envelope, neurokit, waves):
        if beats is neurokit and neurokit2 is None:
            continue
        stop(noise[0], rate, chassis, ground, beats)
        seconds = []
        for _ in range(5):
            begin = time.perf_counter()
            for one in noise:
                stop(one, rate, chassis, ground, beats)
            seconds.append(time.perf_counter() - begin)
        speed = noise.size / np.array(sorted(seconds))
        print(f"{beats.__name__:9} samples a second: median {speed[2]:,.0f}, {speed[4]:,.0f} to {speed[0]:,.0f}")


if __name__ == "__main__":
    main()
