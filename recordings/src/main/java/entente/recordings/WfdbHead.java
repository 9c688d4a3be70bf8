package entente.recordings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The header of a WFDB record. `frames` is 0 where it does not say how many there are.
record WfdbHead(double rateHz, long frames, long startNanos, boolean dated, List<Signal> signals) {
    private static final Set<String> FORMATS = Set.of("16", "24", "32", "212");
    private static final int MOST_SIGNALS = 256;
    private static final Pattern FORMAT = Pattern.compile("(\\d+)(x\\d+)?(:\\d+)?(?:\\+(\\d{1,9}))?");
    private static final Pattern GAIN = Pattern.compile("([-+.0-9eE]+)(?:\\((-?\\d{1,10})\\))?(?:/(\\S+))?");

    /// One signal: in which file, from which byte, and how a whole number becomes a value in its unit.
    record Signal(
            String file,
            int format,
            long offset,
            double gain,
            long baseline,
            String unit,
            OptionalInt checksum,
            String name) {
        float physical(int value) {
            boolean missing = value == missing(format);
            return missing ? Float.NaN : (float) ((value - baseline) / gain);
        }
    }

    static WfdbHead read(String file, String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty()) {
            throw wrong(file, "it is empty");
        }
        String[] record = lines.getFirst().strip().split("\\s+", -1);
        if (record[0].contains("/")) {
            throw wrong(file, "a record of several segments is not read; give one segment");
        }
        double count = record.length > 1 ? number(file, record[1]) : 0;
        double rate = record.length > 2 ? number(file, record[2].split("[/(]", -1)[0]) : 250;
        double frames = record.length > 3 ? number(file, record[3]) : 0;
        if (!(count >= 1 && count <= MOST_SIGNALS && count == Math.rint(count)) || lines.size() < 1 + count) {
            throw wrong(file, "it promises " + record[Math.min(1, record.length - 1)] + " signals");
        }
        List<Signal> signals = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            signals.add(signal(file, lines.get(i)));
        }
        boolean dated = record.length > 5;
        return new WfdbHead(
                rate,
                (long) Math.clamp(frames, 0, 1e12),
                dated ? start(file, record[5], record[4]) : 0,
                dated,
                List.copyOf(signals));
    }

    private static Signal signal(String file, String line) {
        String[] parts = line.strip().split("\\s+", 9);
        Matcher format = FORMAT.matcher(parts.length > 1 ? parts[1] : "");
        if (!format.matches() || !parts[0].matches("[\\w.-]+") || !FORMATS.contains(format.group(1))) {
            throw wrong(file, "the formats 16, 24, 32 and 212 are read, and not [" + Texts.shown(line) + "]");
        }
        if (format.group(2) != null && !format.group(2).equals("x1")
                || format.group(3) != null && !format.group(3).equals(":0")) {
            throw wrong(file, "signals of unequal rate or with a skew are not read: [" + Texts.shown(line) + "]");
        }
        Matcher gain = GAIN.matcher(parts.length > 2 ? parts[2] : "0");
        if (!gain.matches()) {
            throw wrong(file, "the gain of [" + Texts.shown(line) + "]");
        }
        double units = number(file, gain.group(1));
        double zero = parts.length > 4 ? number(file, parts[4]) : 0;
        long baseline = gain.group(2) == null ? (long) zero : Long.parseLong(gain.group(2));
        OptionalInt sum = parts.length > 6 ? OptionalInt.of((int) number(file, parts[6])) : OptionalInt.empty();
        return new Signal(
                parts[0],
                Integer.parseInt(format.group(1)),
                format.group(4) == null ? 0 : Long.parseLong(format.group(4)),
                // A gain of 0 means that none is known: WFDB then takes 200 a unit, and so the unit is not one.
                units == 0 ? 1 : units,
                units == 0 ? 0 : baseline,
                units == 0 || gain.group(3) == null ? "" : gain.group(3),
                sum,
                Texts.shown(parts.length > 8 ? parts[8].strip() : parts[0]));
    }

    private static long start(String file, String date, String time) {
        try {
            String[] day = date.split("/", -1);
            String[] clock = time.split(":", -1);
            LocalDate on = LocalDate.of(Integer.parseInt(day[2]), Integer.parseInt(day[1]), Integer.parseInt(day[0]));
            LocalTime at = LocalTime.of(Integer.parseInt(clock[0]), Integer.parseInt(clock[1]));
            long second = on.atTime(at).toEpochSecond(ZoneOffset.UTC);
            return Times.checked(file, second) + Math.round(Double.parseDouble(clock[2]) * 1e9);
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException noTime) {
            throw wrong(file, "its start is [" + Texts.shown(date + " " + time) + "]");
        }
    }

    private static double number(String file, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException noNumber) {
            // told below
        }
        throw wrong(file, "a number is needed where it says [" + Texts.shown(text) + "]");
    }

    static Unusable wrong(String file, String what) {
        return Unusable.of(
                file, "this WFDB header is not read: " + what, "cet en-tête WFDB n’est pas lu\u202F: " + what);
    }

    /// How many bytes so many values take.
    static int bytes(int format, int values) {
        return switch (format) {
            case 16 -> 2 * values;
            case 24 -> 3 * values;
            case 32 -> 4 * values;
            default -> (3 * values + 1) / 2;
        };
    }

    static int value(int format, byte[] bytes, int index) {
        return switch (format) {
            case 16 -> bytes[2 * index + 1] << 8 | bytes[2 * index] & 255;
            case 24 -> bytes[3 * index + 2] << 16 | (bytes[3 * index + 1] & 255) << 8 | bytes[3 * index] & 255;
            case 32 ->
                bytes[4 * index + 3] << 24
                        | (bytes[4 * index + 2] & 255) << 16
                        | (bytes[4 * index + 1] & 255) << 8
                        | bytes[4 * index] & 255;
            default -> twelve(bytes, index);
        };
    }

    /// Two values of twelve bits in three bytes: the middle byte holds the upper four bits of both.
    private static int twelve(byte[] bytes, int index) {
        int at = index / 2 * 3;
        int upper = index % 2 == 0 ? bytes[at + 1] << 28 >> 20 : bytes[at + 1] >> 4 << 8;
        return upper | bytes[index % 2 == 0 ? at : at + 2] & 255;
    }

    private static int missing(int format) {
        return switch (format) {
            case 16 -> Short.MIN_VALUE;
            case 24 -> -(1 << 23);
            case 32 -> Integer.MIN_VALUE;
            default -> -(1 << 11);
        };
    }
}
