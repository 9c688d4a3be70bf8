package entente.recordings;

import entente.recordings.Source.Channel;
import entente.screening.Sensor;
import entente.screening.Sensor.Axis;
import entente.screening.Sensor.Place;
import entente.screening.Sensor.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which channel of which file is which sensor: by what the file says, by what a person states, or by the names of the
/// channels.
final class Roles {
    private static final Pattern CHASSIS = Pattern.compile("(chassis|ch\u00E2ssis|frame|axle).*");
    private static final Pattern GROUND = Pattern.compile("(ground|sol)([^a-z].*)?");
    private static final Pattern BESIDE =
            Pattern.compile("(wind|vent|infrasound|infrason|pressure|pression)([^a-z].*)?");
    private static final Pattern CARBON_DIOXIDE = Pattern.compile("(co2|co\u2082)([^a-z].*)?");
    private static final Pattern OXYGEN = Pattern.compile("(o2|o\u2082|oxygen|oxyg\u00E8ne)([^a-z].*)?");
    private static final Pattern TEMPERATURE = Pattern.compile("(temp|temperature|temp\u00E9rature)([^a-z].*)?");
    private static final Pattern OUTSIDE = Pattern.compile(".*(outside|ext\u00E9rieur|exterieur|dehors).*");
    private static final int LONGEST_NAME = 32;
    private static final int MOST_LISTED = 20;

    /// One channel of one source, as the sensor that it is.
    record Role(int source, int channel, Sensor sensor, Measure measure) {}

    private record Named(int source, int channel, String label, Channel what) {}

    private final List<Source> sources;
    private final Stated stated;
    private final List<Named> all = new ArrayList<>();

    private Roles(List<Source> sources, Stated stated) {
        this.sources = sources;
        this.stated = stated;
        Map<String, Integer> seen = new HashMap<>();
        sources.forEach(source -> source.channels().forEach(channel -> seen.merge(channel.name(), 1, Integer::sum)));
        for (int i = 0; i < sources.size(); i++) {
            List<Channel> channels = sources.get(i).channels();
            for (int j = 0; j < channels.size(); j++) {
                Channel channel = channels.get(j);
                boolean alone = seen.getOrDefault(channel.name(), 0) == 1;
                String label = alone ? channel.name() : stem(sources.get(i).file()) + ":" + channel.name();
                all.add(new Named(i, j, label, channel));
            }
        }
    }

    private static String stem(String file) {
        int dot = file.indexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    /// All sensors that are sampled, in the order of the places that a person stated or else of the files, and all that
    /// are read.
    ///
    /// @throws Unusable if it is not clear which channel is on the chassis, or in what unit it is
    static List<Role> of(List<Source> sources, Stated stated) {
        return new Roles(sources, stated).roles();
    }

    private List<Role> roles() {
        List<Role> roles = new ArrayList<>();
        if (stated.placed()) {
            stated.chassis().forEach(name -> roles.add(role(named(name), Place.CHASSIS)));
            stated.ground().forEach(name -> roles.add(role(named(name), Place.GROUND)));
            stated.beside().forEach(name -> roles.add(role(named(name), Place.BESIDE)));
        } else {
            for (Named one : all) {
                if (one.what.sensor() != null) {
                    roles.add(new Role(
                            one.source,
                            one.channel,
                            one.what.sensor(),
                            new Measure(one.what.sensor().quantity(), 1, 0)));
                } else {
                    place(one.what.name()).ifPresent(place -> roles.add(role(one, place)));
                }
            }
        }
        if (roles.stream().noneMatch(role -> role.sensor.place() == Place.CHASSIS)) {
            throw new Unusable(new entente.terms.Words(
                    "none of the channels is said to be on the chassis: " + listed() + ". State it: --chassis "
                            + example() + ", and --ground for what stands on the ground",
                    "aucune voie n’est dite fixée au châssis\u202F: " + listed() + ". Dites-le\u202F: --chassis "
                            + example() + ", et --ground pour ce qui est posé au sol"));
        }
        for (Named one : all) {
            boolean taken = roles.stream().anyMatch(role -> role.source == one.source && role.channel == one.channel);
            if (!taken) {
                slow(one).ifPresent(roles::add);
            }
        }
        return roles;
    }

    private String listed() {
        String names = all.stream()
                .limit(MOST_LISTED)
                .map(Named::label)
                .reduce((left, right) -> left + ", " + right)
                .orElse("-");
        return all.size() > MOST_LISTED ? names + ", \u2026" : names;
    }

    private String example() {
        return all.isEmpty() ? "1" : all.getLast().label;
    }

    private Named named(String name) {
        for (Named one : all) {
            if (one.label.equals(name)) {
                return one;
            }
        }
        for (Named one : all) {
            if (one.label.equalsIgnoreCase(name)) {
                return one;
            }
        }
        throw new Unusable(new entente.terms.Words(
                "there is no channel " + name + "; there are: " + listed(),
                "il n’y a pas de voie " + name + "\u202F; il y a\u202F: " + listed()));
    }

    private static Optional<Place> place(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (CHASSIS.matcher(plain).matches()) {
            return Optional.of(Place.CHASSIS);
        }
        if (GROUND.matcher(plain).matches()) {
            return Optional.of(Place.GROUND);
        }
        return BESIDE.matcher(plain).matches() ? Optional.of(Place.BESIDE) : Optional.empty();
    }

    private Role role(Named one, Place place) {
        Measure measure = measure(one, place);
        boolean pressure = measure.quantity() == Quantity.PRESSURE;
        boolean vibration = measure.quantity() == Quantity.VELOCITY || measure.quantity() == Quantity.ACCELERATION;
        if (place == Place.BESIDE ? !pressure : !vibration) {
            throw Unusable.of(
                    sources.get(one.source).file(),
                    one.label + " is in " + measure.quantity().unit() + ", which is not measured there",
                    one.label + " est en " + measure.quantity().unit() + ", ce qui ne se mesure pas là");
        }
        Axis axis = place == Place.BESIDE ? Axis.NONE : axis(one.what.name());
        return new Role(one.source, one.channel, new Sensor(name(one), place, measure.quantity(), axis), measure);
    }

    private static String name(Named one) {
        String label = one.label.isBlank() ? "channel" : one.label;
        return label.length() <= LONGEST_NAME
                ? label
                : label.substring(0, LONGEST_NAME - 6) + "#" + one.source + "." + one.channel;
    }

    private Measure measure(Named one, Place place) {
        Optional<Measure> own = Measure.read(one.what.unit());
        Optional<Measure> said = stated.unit().flatMap(Measure::read);
        if (own.isPresent()) {
            if (said.isPresent() && said.get().quantity() != own.get().quantity() && place != Place.BESIDE) {
                throw Unusable.of(
                        sources.get(one.source).file(),
                        one.label + " is in " + one.what.unit() + " by its file, and not in "
                                + stated.unit().get(),
                        one.label + " est en " + one.what.unit() + " selon son fichier, et non en "
                                + stated.unit().get());
            }
            return own.get();
        }
        if (said.isEmpty()) {
            throw Unusable.of(
                    sources.get(one.source).file(),
                    "it does not say in what unit " + one.label + " is" + unread(one)
                            + ". Say it: --unit m/s or m/s2, and"
                            + " --counts 3.6e8 where so many counts are one of that unit",
                    "il ne dit pas en quelle unité est " + one.label + unread(one)
                            + ". Dites-le\u202F: --unit m/s ou m/s2,"
                            + " et --counts 3.6e8 si tant de pas en font une unité");
        }
        double counts = stated.countsPerUnit().orElse(1);
        return new Measure(
                said.get().quantity(), said.get().factor() / counts, said.get().offset());
    }

    private static String unread(Named one) {
        return one.what.unit().isBlank() ? "" : " [" + Texts.shown(one.what.unit()) + "]";
    }

    /// By the last letter where it stands alone or ends the code of a seismic channel; up where nothing says.
    private static Axis axis(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        boolean code = name.length() == 3 && name.equals(name.toUpperCase(Locale.ROOT));
        String last = code ? plain.substring(2) : plain.substring(plain.lastIndexOf('-') + 1);
        return switch (last) {
            case "x", "n", "forward" -> Axis.FORWARD;
            case "y", "e", "left" -> Axis.LEFT;
            default -> Axis.UP;
        };
    }

    private Optional<Role> slow(Named one) {
        String plain = one.what.name().toLowerCase(Locale.ROOT);
        Place place = OUTSIDE.matcher(plain).matches() ? Place.BESIDE : Place.LOAD_SPACE;
        Optional<Measure> own = Measure.read(one.what.unit());
        Quantity quantity;
        if (CARBON_DIOXIDE.matcher(plain).matches()) {
            quantity = Quantity.CARBON_DIOXIDE;
        } else if (OXYGEN.matcher(plain).matches()) {
            quantity = Quantity.OXYGEN;
        } else if (TEMPERATURE.matcher(plain).matches()) {
            quantity = Quantity.TEMPERATURE;
        } else {
            return Optional.empty();
        }
        boolean percent = one.what.unit().strip().equals("%");
        double factor = percent && quantity == Quantity.CARBON_DIOXIDE ? 10_000 : 1;
        Measure measure = own.filter(unit -> unit.quantity() == quantity).orElse(new Measure(quantity, factor, 0));
        return Optional.of(
                new Role(one.source, one.channel, new Sensor(name(one), place, quantity, Axis.NONE), measure));
    }
}
