package entente.screening;

/// One sensor at a lane: what it measures, where it is, and along which axis.
///
/// `name` is unique within a lane, 1 to 32 characters.
public record Sensor(String name, Place place, Quantity quantity, Axis axis) {
    public Sensor {
        if (name.isBlank() || name.length() > 32) {
            throw new IllegalArgumentException("a sensor needs a name of 1 to 32 characters, was: [" + name + "]");
        }
    }

    /// Where a sensor is.
    public enum Place {
        /// Clamped to the frame of the vehicle.
        CHASSIS,
        /// On the ground by a tyre: what the vehicle is shaken by.
        GROUND,
        /// In the open air beside the vehicle.
        BESIDE,
        /// Inside the load space, or a probe into it.
        LOAD_SPACE
    }

    /// What is measured, in SI units but for gases (parts by volume) and temperature (degrees Celsius).
    public enum Quantity {
        VELOCITY("m/s"),
        ACCELERATION("m/s\u00B2"),
        PRESSURE("Pa"),
        CARBON_DIOXIDE("ppm"),
        OXYGEN("%"),
        TEMPERATURE("\u00B0C");

        private final String unit;

        Quantity(String unit) {
            this.unit = unit;
        }

        /// The symbol of the unit in which samples are given.
        public String unit() {
            return unit;
        }
    }

    /// The direction in which motion counts as positive, on the vehicle; none for what has no direction.
    public enum Axis {
        UP,
        FORWARD,
        LEFT,
        NONE
    }
}
