package entente.node.lane;

import entente.screening.Array;
import entente.screening.Reading;
import entente.screening.Sensor;
import entente.terms.Words;
import entente.trial.Chance;
import entente.trial.Fault;
import entente.trial.Ground;
import entente.trial.Heart;
import entente.trial.Nuisance;
import entente.trial.Plan;
import entente.trial.Stop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// The simulated stops of the demonstration, in the order in which they are played. What each comes to is the
/// detector's word: it does not know what is played.
enum Played {
    EMPTY(1, new Words("an empty vehicle", "un véhicule vide"), 0, Plan.empty()),
    ONE_PERSON(12, new Words("one person, who sits still", "une personne, qui reste immobile"), 1, Plan.empty()),
    LOOSE_SENSOR(
            2,
            new Words("an empty vehicle, and a sensor that has come loose", "un véhicule vide, et un capteur décollé"),
            0,
            Plan.empty().with(Fault.UNGLUED)),
    SOMEBODY_MOVES(
            4,
            new Words("one person, who moves", "une personne, qui bouge"),
            1,
            Plan.empty().withMovement()),
    REFRIGERATION(
            2,
            new Words(
                    "an empty vehicle whose refrigeration unit runs",
                    "un véhicule vide dont le groupe frigorifique tourne"),
            0,
            Plan.empty().with(Nuisance.REFRIGERATION)),
    THREE_PEOPLE(
            12, new Words("three people, who sit still", "trois personnes, qui restent immobiles"), 3, Plan.empty());

    static final Array ARRAY = numbered(Stop.lane(Plan.empty()));

    /// Each heart stands so far above what the ground does not explain.
    private static final double HEART_DB = 3;

    private static final Sensor PROBE =
            new Sensor("CO2", Sensor.Place.LOAD_SPACE, Sensor.Quantity.CARBON_DIOXIDE, Sensor.Axis.NONE);
    private static final Sensor THERMOMETER =
            new Sensor("inside", Sensor.Place.LOAD_SPACE, Sensor.Quantity.TEMPERATURE, Sensor.Axis.NONE);

    private static final double OUTSIDE_PPM = 430;
    private static final double OUTSIDE_CELSIUS = 14;

    /// What one person adds to the air of 20 cubic metres in five hours.
    private static final double PERSON_PPM = 3_900;

    private static final double PERSON_CELSIUS = 2.5;

    /// Such as "an empty vehicle".
    final Words what;

    private final long seed;
    private final int people;
    private final Plan plan;

    /// @param seed for which vehicle, moment and hearts: each is one that shows what is to be shown
    Played(long seed, Words what, int people, Plan plan) {
        this.seed = seed;
        this.what = what;
        this.people = people;
        this.plan = plan;
    }

    /// Numbers are the same in all languages.
    private static Array numbered(Array lane) {
        List<Sensor> sensors = new ArrayList<>();
        for (Sensor one : lane.sensors()) {
            sensors.add(new Sensor(Integer.toString(sensors.size() + 1), one.place(), one.quantity(), one.axis()));
        }
        return new Array("demonstration", lane.rateHz(), sensors);
    }

    Stop stop(Ground place) {
        List<Heart> hearts = LongStream.range(0, people)
                .mapToObj(i -> Heart.invented(Chance.seed(seed, i)))
                .toList();
        return Stop.of(Chance.seed(seed), place, hearts.isEmpty() ? plan : plan.withPeople(hearts, HEART_DB));
    }

    /// What the probes in the load space give at a moment.
    List<Reading> air(Instant at) {
        return List.of(
                new Reading(at, PROBE, OUTSIDE_PPM + people * PERSON_PPM),
                new Reading(at, THERMOMETER, OUTSIDE_CELSIUS + people * PERSON_CELSIUS));
    }
}
