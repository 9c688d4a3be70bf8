package entente.recordings;

import entente.screening.Sensor.Quantity;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A unit: of what quantity it is, and how a value in it becomes one in the unit of that quantity.
record Measure(Quantity quantity, double factor, double offset) {
    /// Standard gravity, CGPM 1901.
    private static final double GRAVITY = 9.80665;

    private static final Map<String, Measure> KNOWN = Map.ofEntries(
            of("m/s", Quantity.VELOCITY, 1),
            of("mm/s", Quantity.VELOCITY, 1e-3),
            of("um/s", Quantity.VELOCITY, 1e-6),
            of("nm/s", Quantity.VELOCITY, 1e-9),
            of("m/s2", Quantity.ACCELERATION, 1),
            of("mm/s2", Quantity.ACCELERATION, 1e-3),
            of("um/s2", Quantity.ACCELERATION, 1e-6),
            of("g", Quantity.ACCELERATION, GRAVITY),
            of("mg", Quantity.ACCELERATION, GRAVITY / 1000),
            of("pa", Quantity.PRESSURE, 1),
            of("hpa", Quantity.PRESSURE, 100),
            of("kpa", Quantity.PRESSURE, 1000),
            of("ppm", Quantity.CARBON_DIOXIDE, 1),
            of("%o2", Quantity.OXYGEN, 1),
            of("c", Quantity.TEMPERATURE, 1),
            Map.entry("k", new Measure(Quantity.TEMPERATURE, 1, -273.15)));

    private static Map.Entry<String, Measure> of(String unit, Quantity quantity, double factor) {
        return Map.entry(unit, new Measure(quantity, factor, 0));
    }

    /// The unit of this spelling; none where it is not one of a quantity that is screened by.
    static Optional<Measure> read(String spelling) {
        String plain = spelling.strip()
                .toLowerCase(Locale.ROOT)
                .replace("\u00B5", "u")
                .replace("\u03BC", "u")
                .replace("\u00B2", "2")
                .replace("^", "")
                .replace("**", "")
                .replace("\u00B0", "")
                .replace("/s/s", "/s2")
                .replace(" ", "");
        return Optional.ofNullable(KNOWN.get(
                switch (plain) {
                    case "degc", "deg", "celsius" -> "c";
                    case "kelvin" -> "k";
                    default -> plain;
                }));
    }

    float of(float value) {
        return (float) (value * factor + offset);
    }
}
