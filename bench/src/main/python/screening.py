"""What a detector written with SciPy takes for comparable work: python3 screening.py [STOPS]

One stop is a minute of four chassis sensors and one ground sensor at 100 samples a second (noise here: the time does not depend on what it
is). From 8 to 60 s, every 2 s, all of the signal until then is looked at: spectra and cross-spectra (Welch, 4 s, half overlapping), the filter from
ground to each sensor and what it leaves, the largest eigenvalue of the correlation of the sensors in twelve bands, the beam of the strongest, its
envelope, and the autocorrelation of that from 40 to 180 beats a minute. No health gate, no history, no test. Needs numpy and scipy; one thread.
"""
import os

os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import sys
import time
import warnings

import numpy as np
import scipy
from scipy import signal

# The first and the last half window of the beam are not made whole again: that is as it should be here.
warnings.filterwarnings("ignore", message="NOLA")

RATE = 100
CHASSIS = 4
SEGMENT = 4 * RATE


def look(samples):
    _, _, spectra = signal.stft(samples, RATE, nperseg=SEGMENT, noverlap=SEGMENT // 2, boundary=None, padded=False)
    ground = spectra[CHASSIS]
    power = np.mean(np.abs(ground) ** 2, axis=1) * (1 + 1e-6) + 1e-30
    rest = []
    for sensor in range(CHASSIS):
        cross = np.mean(spectra[sensor] * np.conj(ground), axis=1)
        rest.append(spectra[sensor] - (cross / power)[:, None] * ground)
    rest = np.array(rest)
    strongest, beam = 0.0, None
    for low in range(3, 15):
        band = rest[:, 4 * low : 4 * low + 4].reshape(CHASSIS, -1)
        cov = band @ band.conj().T
        scale = np.sqrt(np.real(np.diag(cov))) + 1e-30
        values, vectors = np.linalg.eigh(cov / np.outer(scale, scale))
        if values[-1] > strongest:
            strongest, beam = values[-1], vectors[:, -1] / scale
    one = np.tensordot(beam.conj(), rest, axes=1)
    one[: 4 * 3] = 0
    one[4 * 15 :] = 0
    _, wave = signal.istft(one, RATE, nperseg=SEGMENT, noverlap=SEGMENT // 2, boundary=False)
    envelope = np.sqrt(np.abs(signal.hilbert(np.real(wave))))
    envelope = signal.sosfiltfilt(signal.butter(2, [0.4, 5], "band", fs=RATE, output="sos"), envelope)
    correlation = signal.correlate(envelope, envelope, method="fft")[len(envelope) - 1 :]
    return strongest, np.max(correlation[RATE // 3 : RATE * 3 // 2]) / correlation[0]


def stop(samples):
    for seconds in range(8, 61, 2):
        look(samples[:, : seconds * RATE])


def main():
    stops = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    noise = np.random.default_rng(1).normal(size=(stops, CHASSIS + 1, 62 * RATE))
    stop(noise[0])
    seconds = []
    for _ in range(5):
        begin = time.perf_counter()
        for one in noise:
            stop(one)
        seconds.append(time.perf_counter() - begin)
    rate = noise.size / np.array(sorted(seconds))
    print(f"numpy {np.__version__}, scipy {scipy.__version__}, one thread: samples a second, median {rate[2]:,.0f}, {rate[4]:,.0f} to {rate[0]:,.0f}")


if __name__ == "__main__":
    main()
