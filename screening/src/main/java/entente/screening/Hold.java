package entente.screening;

import static entente.screening.Hold.Input.CLOTHING;
import static entente.screening.Hold.Input.GROSS_M3;
import static entente.screening.Hold.Input.HOURS_SHUT;
import static entente.screening.Hold.Input.HUMIDITY_PERCENT;
import static entente.screening.Hold.Input.INSIDE_C;
import static entente.screening.Hold.Input.LEAK_M3_PER_HOUR;
import static entente.screening.Hold.Input.LOAD_LITRES_PER_HOUR;
import static entente.screening.Hold.Input.LOAD_SHARE;
import static entente.screening.Hold.Input.OUTSIDE_C;
import static entente.screening.Hold.Input.PEOPLE;
import static entente.screening.Hold.Input.SET_POINT_C;

import entente.terms.Words;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What is known of a load space with people in it: the kind of vehicle, and a range for each input
/// that somebody gave. An input that nobody gave has the range that its kind of vehicle allows, and
/// counts as missing.
public record Hold(Kind kind, Map<Input, Range> given) {
    /// The set point of a refrigeration unit that is switched off: one that the air never reaches.
    public static final double OFF_C = 100;

    public Hold {
        EnumMap<Input, Range> copy = new EnumMap<>(Input.class);
        copy.putAll(given);
        copy.forEach((input, range) -> {
            if (!input.possible.meets(range) || !input.possible.within(range).equals(range)) {
                throw new IllegalArgumentException(input + " is from " + input.possible.low() + " to "
                        + input.possible.high() + ", was: " + range);
            }
        });
        given = Collections.unmodifiableMap(copy);
    }

    /// A hold of which nothing but its kind is known.
    public static Hold of(Kind kind) {
        return new Hold(kind, Map.of());
    }

    /// As bytes, for a checkpoint.
    public byte[] bytes() {
        Pack.Out out = new Pack.Out();
        write(out);
        return out.done();
    }

    void write(Pack.Out out) {
        out.word(kind.name()).whole(given.size());
        given.forEach((input, range) -> out.word(input.name()).real(range.low()).real(range.high()));
    }

    /// @throws IllegalArgumentException where the bytes are not those of a hold of this version
    public static Hold read(byte[] bytes) {
        Pack.In in = new Pack.In(bytes);
        Hold hold = read(in);
        in.end();
        return hold;
    }

    static Hold read(Pack.In in) {
        Kind kind = in.one(Kind.values());
        Map<Input, Range> given = new EnumMap<>(Input.class);
        for (int left = in.count(1); left > 0; left--) {
            given.put(in.one(Input.values()), new Range(in.real(), in.real()));
        }
        return new Hold(kind, given);
    }

    /// The same hold with one more input known, or known otherwise.
    public Hold with(Input input, double low, double high) {
        EnumMap<Input, Range> more = new EnumMap<>(Input.class);
        more.putAll(given);
        more.put(input, new Range(low, high));
        return new Hold(kind, more);
    }

    /// The same hold with one input known exactly.
    public Hold with(Input input, double value) {
        return with(input, value, value);
    }

    /// The same hold as if nobody had given this input.
    public Hold without(Input input) {
        EnumMap<Input, Range> less = new EnumMap<>(Input.class);
        less.putAll(given);
        less.remove(input);
        return new Hold(kind, less);
    }

    public boolean knows(Input input) {
        return given.containsKey(input);
    }

    /// Whether nothing is missing that would widen what is worked out.
    boolean complete() {
        for (Input input : Input.values()) {
            if (missing(input)) {
                return false;
            }
        }
        return true;
    }

    /// Whether nobody gave an input that counts, and its kind of vehicle leaves it open.
    boolean missing(Input input) {
        if (knows(input)) {
            return false;
        }
        return switch (input) {
            case FREE_M3 -> false;
            case GROSS_M3, LOAD_SHARE -> !knows(Input.FREE_M3);
            case PEOPLE,
                    LEAK_M3_PER_HOUR,
                    LOAD_LITRES_PER_HOUR,
                    HOURS_SHUT,
                    INSIDE_C,
                    OUTSIDE_C,
                    HUMIDITY_PERCENT,
                    SET_POINT_C,
                    CLOTHING -> range(input).low() < range(input).high();
        };
    }

    /// What is given, or else what the kind of vehicle allows.
    public Range range(Input input) {
        Range known = given.get(input);
        return known == null ? kind.usual(input) : known;
    }

    /// What can be known of a hold. `possible` are the limits of what is taken as an answer.
    public enum Input {
        /// How many, in adults; a child counts as a half.
        PEOPLE(0, 200, "number of people", "nombre de personnes"),
        /// The empty load space, in cubic metres.
        GROSS_M3(1, 200, "volume of the load space, in m³", "volume de l’espace de chargement, en m³"),
        /// The part of it that the load fills, air between the goods not counted: 0 to 0.95.
        LOAD_SHARE(0, 0.95, "part filled by the load", "part occupée par le chargement"),
        /// The air that is left beside load and people, in cubic metres. Where it is given, the two above
        /// do not count.
        FREE_M3(0.5, 200, "volume of air, in m³", "volume d’air, en m³"),
        /// Air exchanged with the outside, in cubic metres an hour.
        LEAK_M3_PER_HOUR(0, 20_000, "leak, in m³ an hour", "fuite d’air, en m³ par heure"),
        /// Carbon dioxide that the load gives off, in litres an hour: produce that breathes, dry ice.
        LOAD_LITRES_PER_HOUR(
                0,
                20_000,
                "carbon dioxide from the load, in litres an hour",
                "dioxyde de carbone émis par le chargement, en litres par heure"),
        /// How long the doors have been shut on the people, in hours, until now.
        HOURS_SHUT(0, 240, "hours since the doors were shut", "heures depuis la fermeture des portes"),
        /// The air inside now, in degrees Celsius.
        INSIDE_C(-60, 70, "temperature inside, in °C", "température intérieure, en °C"),
        /// The air outside, in degrees Celsius.
        OUTSIDE_C(-50, 55, "temperature outside, in °C", "température extérieure, en °C"),
        /// The relative humidity inside, in percent. Breath and sweat soon bring a sealed space near 100.
        HUMIDITY_PERCENT(0, 100, "humidity inside, in %", "humidité intérieure, en %"),
        /// What the refrigeration unit is set to, in degrees Celsius; [Hold#OFF_C] where it is off or
        /// there is none.
        SET_POINT_C(-40, OFF_C, "set point of the refrigeration, in °C", "consigne de réfrigération, en °C"),
        /// What people wear: 0 nothing, or all of it wet; 1 two thin, loose, dry layers; 2 winter clothes.
        CLOTHING(0, 2, "clothing, from 0 to 2", "habillement, de 0 à 2");

        private final Range possible;
        private final Words name;

        Input(double low, double high, String en, String fr) {
            possible = new Range(low, high);
            name = new Words(en, fr);
        }

        /// The name for people, with its unit.
        public Words words() {
            return name;
        }

        Range possible() {
            return possible;
        }
    }

    /// The kinds of load space, with what is usual where nobody knows better. The ranges are judgements
    /// of this project where no source is named; `docs/spec/danger.md` has each with its ground.
    public enum Kind {
        /// 13.6 m, insulated: 13.3 x 2.46 x 2.6 m inside. Made airtight (EN 17066-1): a few tenths of a cubic
        /// metre an hour at a few pascals, up to 2 with worn seals. Shell at K = 0.40 W/m²K (ATP, class FRC)
        /// and 150 m².
        REFRIGERATED_TRAILER(
                new Words("refrigerated trailer", "semi-remorque frigorifique"),
                ranges(60, 80, 92, 0.8, 0, 2, 200),
                new Range(-25, 30),
                new Range(-25, OFF_C),
                new Range(40, 90),
                new Range(1, 6)),
        /// ISO 668, from 20 feet (33 m³) to 40 feet high (76 m³), steel. Its vents and seals leak: at Tilbury
        /// in 2014 it must have been 10 m³ an hour or more, for 34 of 35 lived.
        DRY_CONTAINER(
                new Words("dry container", "conteneur sec"),
                ranges(60, 33, 76, 0.8, 2, 30, 50),
                new Range(-10, 45),
                Range.exactly(OFF_C),
                new Range(200, 700),
                new Range(2, 6)),
        /// A vessel with a lid: tight.
        TANKER(
                new Words("tanker", "citerne"),
                ranges(20, 20, 60, 0.5, 0, 1, 0),
                new Range(-10, 45),
                Range.exactly(OFF_C),
                new Range(100, 500),
                new Range(1, 5)),
        /// Open to the wind at every seam.
        CURTAIN_SIDER(
                new Words("curtain-sider", "semi-remorque bâchée"),
                ranges(60, 80, 100, 0.85, 50, 1000, 50),
                new Range(-10, 45),
                Range.exactly(OFF_C),
                new Range(400, 1500),
                new Range(1, 6)),
        /// A closed van, insulated or not.
        VAN(
                new Words("van", "fourgon"),
                ranges(30, 6, 20, 0.8, 1, 30, 20),
                new Range(-10, 45),
                Range.exactly(OFF_C),
                new Range(50, 250),
                new Range(0.2, 1));

        private final Words name;
        private final Map<Input, Range> usual;
        private final Range wattsPerKelvin;
        private final Range megajoulesPerKelvin;

        Kind(
                Words name,
                Map<Input, Range> usual,
                Range inside,
                Range setPoint,
                Range wattsPerKelvin,
                Range megajoulesPerKelvin) {
            this.name = name;
            this.usual = usual;
            usual.put(INSIDE_C, inside);
            usual.put(SET_POINT_C, setPoint);
            this.wattsPerKelvin = wattsPerKelvin;
            this.megajoulesPerKelvin = megajoulesPerKelvin;
        }

        private static Map<Input, Range> ranges(
                double people, double small, double large, double full, double tight, double leaky, double loadLitres) {
            EnumMap<Input, Range> ranges = new EnumMap<>(Input.class);
            ranges.put(PEOPLE, new Range(1, people));
            ranges.put(GROSS_M3, new Range(small, large));
            ranges.put(LOAD_SHARE, new Range(0, full));
            ranges.put(LEAK_M3_PER_HOUR, new Range(tight, leaky));
            ranges.put(LOAD_LITRES_PER_HOUR, new Range(0, loadLitres));
            ranges.put(HOURS_SHUT, new Range(0, 24));
            ranges.put(OUTSIDE_C, new Range(-10, 35));
            ranges.put(HUMIDITY_PERCENT, new Range(40, 100));
            ranges.put(CLOTHING, new Range(0.5, 1.5));
            return ranges;
        }

        private Range usual(Input input) {
            Range range = usual.get(input);
            if (range == null) {
                throw new IllegalArgumentException("nothing is usual for " + input);
            }
            return range;
        }

        /// The name for people.
        public Words words() {
            return name;
        }

        /// Heat that passes walls, roof, floor and seams.
        Range wattsPerKelvin() {
            return wattsPerKelvin;
        }

        /// What warms and cools with the air: the inner skin, and what of the load it soon reaches.
        Range megajoulesPerKelvin() {
            return megajoulesPerKelvin;
        }
    }
}
