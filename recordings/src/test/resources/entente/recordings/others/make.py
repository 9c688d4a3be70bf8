"""Made these files once, by writers that are not ours: scipy 1.x, pyedflib, wfdb, obspy and Python's wave.

Three channels, 100 samples a second, 250 samples each, of the value below; steps.mseed has large steps besides.
"""
import wave

import numpy as np
import obspy
import pyedflib
import scipy.io
import scipy.io.wavfile
import wfdb


def value(channel, i):
    return (((i * 7919 + channel * 104729) % 2001) - 1000) >> ((i // 16) % 11)


V = np.array([[value(c, i) for i in range(250)] for c in range(3)], dtype=np.int32)

scipy.io.wavfile.write("int16.wav", 100, V.T.astype(np.int16))
scipy.io.wavfile.write("int32.wav", 100, V.T)
scipy.io.wavfile.write("float32.wav", 100, (V.T / 1024).astype(np.float32))
scipy.io.wavfile.write("uint8.wav", 100, (V.T // 8 + 128).astype(np.uint8))
with wave.open("int24.wav", "wb") as out:
    out.setnchannels(3)
    out.setsampwidth(3)
    out.setframerate(100)
    out.writeframes(b"".join(int(v).to_bytes(3, "little", signed=True) for v in V.T.reshape(-1)))

NAMES = ["chassis-1", "chassis-2", "ground"]
START = __import__("datetime").datetime(2024, 5, 6, 7, 8, 9)
for name, kind, digital in (("plus.edf", pyedflib.FILETYPE_EDFPLUS, 32767), ("plus.bdf", pyedflib.FILETYPE_BDFPLUS, 8388607),
                            ("plain.edf", pyedflib.FILETYPE_EDF, 32767)):
    with pyedflib.EdfWriter(name, 3, file_type=kind) as out:
        out.setStartdatetime(START)
        out.setSignalHeaders([{"label": n, "dimension": "mm/s", "sample_frequency": 100, "physical_max": digital,
                               "physical_min": -digital - 1, "digital_max": digital, "digital_min": -digital - 1,
                               "transducer": "", "prefilter": ""} for n in NAMES])
        out.writeSamples([v[:200].astype(float) for v in V])

for fmt in ("16", "24", "32", "212"):
    wfdb.wrsamp("f" + fmt, fs=100, units=["mm/s"] * 3, sig_name=NAMES, d_signal=V.T, fmt=[fmt] * 3,
                adc_gain=[200.0] * 3, baseline=[0] * 3, base_date=START.date(), base_time=START.time())

scipy.io.savemat("plain.mat", {"fs": 100.0, "chassis": V[:2].T.astype(float), "ground": V[2].astype(np.int16)})
scipy.io.savemat("packed.mat", {"fs": 100.0, "chassis": V[:2].T.astype(np.float32), "ground": V[2].reshape(-1, 1),
                                "remark": "left out", "few": np.arange(3.0)}, do_compression=True)


def traces(values, dtype):
    made = []
    for c in range(3):
        made.append(obspy.Trace(values[c].astype(dtype), {"network": "XX", "station": "LANE", "channel": "EH" + "ZNE"[c],
                                "sampling_rate": 100.0, "starttime": obspy.UTCDateTime(2024, 5, 6, 7, 8, 9, 123400)}))
    return obspy.Stream(made)


STEPS = V + np.where(np.arange(250) % 97 == 50, 1 << 22, 0)
for name, encoding, dtype, order in (("steim1.mseed", "STEIM1", np.int32, 1), ("steim2.mseed", "STEIM2", np.int32, 1),
                                     ("steim2-little.mseed", "STEIM2", np.int32, 0),
                                     ("int16.mseed", "INT16", np.int16, 1), ("int32.mseed", "INT32", np.int32, 0),
                                     ("float32.mseed", "FLOAT32", np.float32, 1), ("float64.mseed", "FLOAT64", np.float64, 1)):
    traces(V, dtype).write(name, format="MSEED", encoding=encoding, reclen=512, byteorder=order)
traces(STEPS, np.int32).write("steps.mseed", format="MSEED", encoding="STEIM2", reclen=512)
GAP = traces(V, np.int32)
GAP = obspy.Stream([t.slice(endtime=t.stats.starttime + 0.99) for t in GAP] + [t.slice(starttime=t.stats.starttime + 1.5) for t in GAP])
GAP.write("gap.mseed", format="MSEED", encoding="STEIM2", reclen=512)
