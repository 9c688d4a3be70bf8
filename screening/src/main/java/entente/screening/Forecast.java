package entente.screening;

import entente.screening.Danger.Cause;
import entente.screening.Danger.Hours;
import entente.screening.Danger.Threat;
import entente.screening.Hold.Input;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Goes through what may be the case in a hold, point by point of a lattice, and gathers the hours.
@SuppressWarnings("EnumOrdinal") // columns and dimensions stand in the order of their enums, and are kept nowhere
final class Forecast {
    /// Distress, danger, death.
    private static final int STAGES = 3;

    private static final int CAUSES = Cause.values().length;
    private static final Range PULL_DOWN_HOURS = new Range(0.5, 4);

    /// Air cannot have other values; below these of carbon dioxide a sensor is out of order.
    static final Range SANE_PPM = new Range(250, 1_000_000);

    static final Range SANE_OXYGEN_PERCENT = new Range(0, 23);
    static final Range SANE_C = new Range(-60, 70);

    /// An infrared sensor: 50 ppm and 3 % of the reading, 10 ppm from reading to reading, 30 ppm an hour
    /// of drift. An electrochemical cell for oxygen: 0.2 % of volume, 0.02 from reading to reading, 0.1
    /// an hour.
    static final double PPM_NOISE = 10;

    static final double PPM_DRIFT = 30;
    private static final double PPM_SIGMA = 50;
    private static final double PPM_SIGMA_SHARE = 0.03;
    private static final double OXYGEN_SIGMA = 0.2;

    /// People stir, and a mean since the doors were shut is not what is made now.
    private static final double STEADINESS = 0.2;

    /// How good the best of all points must be, as a likelihood, for inputs and readings to agree at all.
    private static final double AGREEMENT = Math.exp(-8);

    private static final double THERMOMETER_K = 1;
    private static final double LONGEST_HOURS = 72;

    /// Where an input that is missing stands.
    private enum Stand {
        WORST,
        SPREAD,
        BEST
    }

    /// What is not asked for and always spread.
    private enum Chance {
        ACTIVE,
        HEAVY,
        WOMEN,
        SHELL,
        MASS,
        PULL_DOWN,
        LEVEL,
        RATE
    }

    private static final Lattice LATTICE = new Lattice(Input.values().length + Chance.values().length);

    private final Hold hold;
    private final @Nullable Trend dioxide;
    private final @Nullable Trend oxygen;
    private final double[] weights = new double[Lattice.POINTS];
    private final boolean agreed;
    private final Instant now;

    private Forecast(Hold hold, List<Reading> readings, Instant now) {
        this.hold = hold;
        this.now = now;
        dioxide = Trend.of(readings, Sensor.Quantity.CARBON_DIOXIDE, SANE_PPM, now, PPM_NOISE, PPM_DRIFT);
        oxygen = Trend.of(readings, Sensor.Quantity.OXYGEN, SANE_OXYGEN_PERCENT, now, 0.02, 0.1);
        agreed = weigh();
    }

    static Danger of(Hold hold, List<Reading> readings, Instant now) {
        Hold felt = felt(hold, readings, now);
        Forecast forecast = new Forecast(felt, readings, now);
        double[][][] hours = new double[Stand.values().length][][];
        for (Stand stand : Stand.values()) {
            boolean again = stand != Stand.WORST && forecast.agreed && felt.complete();
            hours[stand.ordinal()] = again ? hours[Stand.WORST.ordinal()] : forecast.everyPoint(stand);
        }
        List<Threat> threats = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            int from = cause.ordinal() * STAGES;
            threats.add(new Threat(
                    cause,
                    forecast.among(hours, from),
                    forecast.among(hours, from + 1),
                    forecast.among(hours, from + 2)));
        }
        threats.sort(Comparator.comparingDouble((Threat one) -> one.danger().tenPercent())
                .thenComparingDouble(one -> one.distress().tenPercent())
                .thenComparingDouble(one -> one.danger().half()));
        int first = CAUSES * STAGES;
        return new Danger(
                forecast.among(hours, first),
                forecast.among(hours, first + 1),
                forecast.among(hours, first + 2),
                threats,
                Basis.of(felt, hold, threats.getFirst(), forecast.dioxide, forecast.oxygen, forecast.agreed, readings));
    }

    /// The hold with the temperatures that were read: a reading is believed before what was told.
    private static Hold felt(Hold hold, List<Reading> readings, Instant now) {
        Hold felt = hold;
        Instant insideAt = Instant.MIN;
        Instant outsideAt = Instant.MIN;
        for (Reading one : readings) {
            if (one.sensor().quantity() != Sensor.Quantity.TEMPERATURE
                    || !SANE_C.holds(one.value())
                    || one.at().isAfter(now)) {
                continue;
            }
            if (one.sensor().place() == Sensor.Place.LOAD_SPACE && !one.at().isBefore(insideAt)) {
                insideAt = one.at();
                felt = around(felt, Input.INSIDE_C, one.value());
            } else if (one.sensor().place() == Sensor.Place.BESIDE && !one.at().isBefore(outsideAt)) {
                outsideAt = one.at();
                felt = around(felt, Input.OUTSIDE_C, one.value());
            }
        }
        return felt;
    }

    private static Hold around(Hold hold, Input input, double celsius) {
        Range possible = input.possible();
        double near = Math.clamp(celsius, possible.low() + THERMOMETER_K, possible.high() - THERMOMETER_K);
        return hold.with(input, near - THERMOMETER_K, near + THERMOMETER_K);
    }

    private double chance(int point, Chance chance) {
        return LATTICE.at(point, Input.values().length + chance.ordinal());
    }

    private double value(int point, Input input, Stand stand, boolean highIsWorse) {
        Range range = hold.range(input);
        if (hold.knows(input) || stand == Stand.SPREAD) {
            return range.at(LATTICE.at(point, input.ordinal()));
        }
        return (stand == Stand.WORST) == highIsWorse ? range.high() : range.low();
    }

    // ---- the air

    private double litresPerHour(int point, Stand stand) {
        return value(point, Input.PEOPLE, stand, true) * breath(point);
    }

    private double breath(int point) {
        return Body.litresPerHour(
                chance(point, Chance.ACTIVE), chance(point, Chance.HEAVY), chance(point, Chance.WOMEN));
    }

    private double volumeM3(int point, Stand stand) {
        if (hold.knows(Input.FREE_M3)) {
            return value(point, Input.FREE_M3, stand, false);
        }
        double empty = value(point, Input.GROSS_M3, stand, false) * (1 - value(point, Input.LOAD_SHARE, stand, true));
        double people = value(point, Input.PEOPLE, stand, true) * Body.VOLUME_M3;
        return Math.max(Input.FREE_M3.possible().low(), empty - people);
    }

    private double exchanges(int point, Stand stand) {
        return value(point, Input.LEAK_M3_PER_HOUR, stand, false) / volumeM3(point, stand);
    }

    /// Parts per million an hour that people and load give to the air, by the inputs alone.
    private double told(int point, Stand stand) {
        double load = value(point, Input.LOAD_LITRES_PER_HOUR, stand, true);
        return 1000 * (litresPerHour(point, stand) + load) / volumeM3(point, stand);
    }

    /// The same by the readings alone, with its standard deviation: from the slope, and from the level
    /// where it is known for how long it has risen. Nothing where there is neither.
    private double @Nullable [] read(int point, Stand stand) {
        double[] level = level(point);
        if (dioxide == null || level.length == 0) {
            return null;
        }
        double exchanges = exchanges(point, stand);
        double above = Math.max(0, level[0] - Limits.OUTDOOR_PPM);
        double precision = 1 / (dioxide.slopeSigma() * dioxide.slopeSigma());
        double sum = precision == 0 ? 0 : precision * (dioxide.slopePerHour() + exchanges * above);
        if (hold.knows(Input.HOURS_SHUT)) {
            double hours = value(point, Input.HOURS_SHUT, stand, true) - Trend.hours(dioxide.newest(), now);
            double spell = new Gas(0, exchanges).spell(Math.max(0.05, hours));
            double sigma = (STEADINESS * above + ppmSigma(above)) / spell;
            precision += 1 / (sigma * sigma);
            sum += above / spell / (sigma * sigma);
        }
        return precision == 0 ? null : new double[] {Math.max(0, sum / precision), 1 / Math.sqrt(precision)};
    }

    private static double ppmSigma(double ppm) {
        return PPM_SIGMA + PPM_SIGMA_SHARE * ppm;
    }

    /// Carbon dioxide at the newest reading, and hours since then; by the oxygen where only that was
    /// read; empty where nothing was.
    private double[] level(int point) {
        double error = Lattice.normal(chance(point, Chance.LEVEL));
        if (dioxide != null) {
            double ppm = dioxide.level() + error * ppmSigma(dioxide.level());
            return new double[] {Math.max(Limits.OUTDOOR_PPM, ppm), Trend.hours(dioxide.newest(), now)};
        }
        if (oxygen != null) {
            double ppm = Limits.OUTDOOR_PPM
                    + Body.RESPIRATORY_QUOTIENT
                            * 1e4
                            * (Limits.OUTDOOR_OXYGEN_PERCENT - oxygen.level() + error * OXYGEN_SIGMA);
            return new double[] {Math.max(Limits.OUTDOOR_PPM, ppm), Trend.hours(oxygen.newest(), now)};
        }
        return new double[0];
    }

    /// How well each point agrees with the readings. False where none does.
    private boolean weigh() {
        double best = 0;
        for (int point = 0; point < weights.length; point++) {
            double[] read = read(point, Stand.SPREAD);
            weights[point] = 1;
            if (read != null) {
                double off = Math.max(0, told(point, Stand.BEST) - read[0])
                        + Math.max(0, read[0] - told(point, Stand.WORST));
                weights[point] = Math.exp(-off * off / (2 * read[1] * read[1]));
            }
            best = Math.max(best, weights[point]);
        }
        if (best < AGREEMENT) {
            Arrays.fill(weights, 1);
            return false;
        }
        return true;
    }

    /// What is made, by inputs and readings together: the reading, as far as the inputs allow it. Where
    /// the two contradict each other, the worse of them is the worst and the better the best.
    private double production(int point, Stand stand) {
        double told = told(point, stand);
        double[] read = read(point, stand);
        if (read == null) {
            return told;
        }
        double ppm = Math.max(0, read[0] + read[1] * Lattice.normal(chance(point, Chance.RATE)));
        if (agreed) {
            return Math.clamp(ppm, told(point, Stand.BEST), told(point, Stand.WORST));
        }
        return switch (stand) {
            case WORST -> Math.max(told, ppm);
            case SPREAD -> (told + ppm) / 2;
            case BEST -> Math.min(told, ppm);
        };
    }

    private void air(int point, Stand stand, double[] hours) {
        double made = production(point, stand);
        Gas gas = new Gas(made, exchanges(point, stand));
        double[] level = level(point);
        double from = level.length == 0 ? Limits.OUTDOOR_PPM : level[0];
        double passed = level.length == 0 ? value(point, Input.HOURS_SHUT, stand, true) : level[1];
        double done = level.length == 0 ? 0 : gas.doseUntil(from);
        double[] doses = gas.hoursToDoses(from, done, Limits.SLOT_PPM8_MINUTES, Limits.SLOD_PPM8_MINUTES);
        int at = Cause.CARBON_DIOXIDE.ordinal() * STAGES;
        put(hours, at, gas.hoursTo(Limits.DISTRESS_PPM, from) - passed, doses[0] - passed, doses[1] - passed);
        want(point, stand, gas, hours);
    }

    /// Oxygen is taken out as carbon dioxide is put in, and comes back by the same leaks.
    private void want(int point, Stand stand, Gas dioxideGas, double[] hours) {
        double load = value(point, Input.LOAD_LITRES_PER_HOUR, stand, true);
        double people = litresPerHour(point, stand);
        double ratio = people + load == 0
                ? 1 / Body.RESPIRATORY_QUOTIENT
                : (people / Body.RESPIRATORY_QUOTIENT + load) / (people + load);
        Gas gas = new Gas(dioxideGas.productionPpmPerHour() * ratio, dioxideGas.exchangesPerHour());
        double[] level = level(point);
        double from = Limits.OUTDOOR_PPM;
        double passed = level.length == 0 ? value(point, Input.HOURS_SHUT, stand, true) : level[1];
        if (oxygen != null) {
            double error = Lattice.normal(chance(point, Chance.LEVEL)) * OXYGEN_SIGMA;
            from = wanting(oxygen.level() - error);
            passed = Trend.hours(oxygen.newest(), now);
        } else if (level.length > 0) {
            from += (level[0] - Limits.OUTDOOR_PPM) * ratio;
        }
        put(
                hours,
                Cause.OXYGEN.ordinal() * STAGES,
                gas.hoursTo(wanting(Limits.DISTRESS_OXYGEN_PERCENT), from) - passed,
                gas.hoursTo(wanting(Limits.DANGER_OXYGEN_PERCENT), from) - passed,
                gas.hoursTo(wanting(Limits.DEATH_OXYGEN_PERCENT), from) - passed);
    }

    /// Want of oxygen in parts per million, counted from where a gas of outdoors begins.
    private static double wanting(double oxygenPercent) {
        return Limits.OUTDOOR_PPM + Math.max(0, Limits.OUTDOOR_OXYGEN_PERCENT - oxygenPercent) * 1e4;
    }

    // ---- heat and cold

    /// How many people warm the space. Where nobody told and the air was read: as many as breathe out
    /// what the reading shows, as far as there can be.
    private double warmers(int point, Stand stand, boolean heat) {
        Stand breathing = heat ? stand : other(stand);
        if (hold.knows(Input.PEOPLE) || read(point, breathing) == null) {
            return value(point, Input.PEOPLE, stand, heat);
        }
        double litres = production(point, breathing) * volumeM3(point, other(breathing)) / 1000;
        double load = value(point, Input.LOAD_LITRES_PER_HOUR, breathing, false);
        Range possible = hold.range(Input.PEOPLE);
        return Math.clamp((litres - load) / breath(point), possible.low(), possible.high());
    }

    private static Stand other(Stand stand) {
        return switch (stand) {
            case WORST -> Stand.BEST;
            case SPREAD -> Stand.SPREAD;
            case BEST -> Stand.WORST;
        };
    }

    /// For how long people have been in it. Where nobody told and the air was read: as long as that air
    /// takes to become so.
    private double shut(int point, Stand stand) {
        double usual = value(point, Input.HOURS_SHUT, stand, true);
        double[] level = level(point);
        if (hold.knows(Input.HOURS_SHUT) || level.length == 0) {
            return usual;
        }
        Gas slowest = new Gas(production(point, other(stand)), exchanges(point, stand));
        return Math.min(hold.range(Input.HOURS_SHUT).high(), level[1] + slowest.hoursTo(level[0], Limits.OUTDOOR_PPM));
    }

    private Climate climate(int point, Stand stand, boolean heat) {
        return new Climate(
                warmers(point, stand, heat),
                hold.kind().wattsPerKelvin().at(chance(point, Chance.SHELL)),
                1e6 * hold.kind().megajoulesPerKelvin().at(chance(point, Chance.MASS)),
                value(point, Input.INSIDE_C, stand, heat),
                value(point, Input.OUTSIDE_C, stand, heat),
                value(point, Input.SET_POINT_C, stand, heat),
                PULL_DOWN_HOURS.at(chance(point, Chance.PULL_DOWN)));
    }

    private void warmth(int point, Stand stand, double[] hours) {
        double shut = shut(point, stand);
        double humidity = value(point, Input.HUMIDITY_PERCENT, stand, true);
        double[] heat = climate(point, stand, true)
                .hoursToWarmth(shut, humidity, 0, Limits.DANGER_WARMING_K, Limits.DEATH_WARMING_K);
        put(hours, Cause.HEAT.ordinal() * STAGES, heat[0], heat[1], heat[2]);
        double clothing = value(point, Input.CLOTHING, stand, false);
        double[] cold = climate(point, stand, false)
                .hoursToCold(shut, clothing, Limits.DISTRESS_COLD_SHARE, Limits.DANGER_COLD_SHARE, 1);
        put(hours, Cause.COLD.ordinal() * STAGES, cold[0], cold[1], cold[2]);
    }

    // ---- gathering

    private static void put(double[] hours, int at, double distress, double danger, double death) {
        hours[at + 2] = held(death);
        hours[at + 1] = Math.min(held(danger), hours[at + 2]);
        hours[at] = Math.min(held(distress), hours[at + 1]);
    }

    private static double held(double hours) {
        return hours > LONGEST_HOURS ? Double.POSITIVE_INFINITY : Math.max(0, hours);
    }

    /// Hours by point, and in each the stages of every cause, and of whatever comes first.
    private double[][] everyPoint(Stand stand) {
        double[][] all = new double[Lattice.POINTS][(CAUSES + 1) * STAGES];
        for (int point = 0; point < all.length; point++) {
            double[] hours = all[point];
            air(point, stand, hours);
            warmth(point, stand, hours);
            for (int stage = 0; stage < STAGES; stage++) {
                double first = Double.POSITIVE_INFINITY;
                for (int cause = 0; cause < CAUSES; cause++) {
                    first = Math.min(first, hours[cause * STAGES + stage]);
                }
                hours[CAUSES * STAGES + stage] = first;
            }
        }
        return all;
    }

    private Hours among(double[][][] hours, int column) {
        double ten = quantile(hours[Stand.WORST.ordinal()], column, 0.1);
        double half = Math.max(ten, quantile(hours[Stand.SPREAD.ordinal()], column, 0.5));
        return new Hours(ten, half, Math.max(half, quantile(hours[Stand.BEST.ordinal()], column, 0.9)));
    }

    private double quantile(double[][] hours, int column, double share) {
        double[] sorted = new double[hours.length];
        double whole = 0;
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = hours[i][column];
            whole += weights[i];
        }
        Arrays.sort(sorted);
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (weightUpTo(hours, column, sorted[middle]) >= share * whole) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return sorted[low];
    }

    private double weightUpTo(double[][] hours, int column, double limit) {
        double weight = 0;
        for (int i = 0; i < hours.length; i++) {
            weight += hours[i][column] <= limit ? weights[i] : 0;
        }
        return weight;
    }
}
