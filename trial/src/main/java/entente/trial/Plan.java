package entente.trial;

import java.util.List;

/// What is to be in a simulated stop.
///
/// Each of the `people` has a heart of `newtons` (rms, 3 to 15 Hz), or where that is NaN, so strong
/// that it stands `snrDb` above what the ground does not explain: 20 log10 of the heart's rms in
/// its median second over the usual size of the noise (1.4826 times the median of its absolute
/// value), both from 3 to 15 Hz and in velocity at the sensor, without nuisances, mean over the
/// chassis sensors. `moving` adds somebody who shifts, turns or steps.
///
/// `common` is the share of the power of that noise that all chassis sensors have in common: an
/// energy that no ground sensor explains. `newtonDb` makes the place so loud or so quiet that a
/// heart of one newton stands so far above the noise; where it is NaN, the place is as loud as it
/// was recorded. `sensors` are on the chassis, from 2 to 6; `wind` adds a sensor of pressure beside
/// the vehicle.
public record Plan(
        List<Heart> people,
        double snrDb,
        double newtons,
        boolean moving,
        Nuisance nuisance,
        Fault fault,
        double common,
        double newtonDb,
        int sensors,
        boolean wind) {
    public Plan {
        people = List.copyOf(people);
        if (sensors < 2 || sensors > 6) {
            throw new IllegalArgumentException("a simulated vehicle has 2 to 6 chassis sensors, was: " + sensors);
        }
        if (!(common >= 0 && common < 1)) {
            throw new IllegalArgumentException("a share is at least 0 and below 1, was: " + common);
        }
        if (!people.isEmpty() && Double.isNaN(snrDb) && !(newtons > 0)) {
            throw new IllegalArgumentException("a heart has a force above 0, was: " + newtons);
        }
    }

    /// An empty vehicle, four chassis sensors, and nothing odd.
    public static Plan empty() {
        return new Plan(List.of(), Double.NaN, Double.NaN, false, Nuisance.NONE, Fault.NONE, 0, Double.NaN, 4, false);
    }

    /// With these people, each so many decibels above the noise.
    public Plan withPeople(List<Heart> hearts, double db) {
        return new Plan(hearts, db, Double.NaN, moving, nuisance, fault, common, newtonDb, sensors, wind);
    }

    /// With these people, each of so many newtons.
    public Plan withForce(List<Heart> hearts, double force) {
        return new Plan(hearts, Double.NaN, force, moving, nuisance, fault, common, newtonDb, sensors, wind);
    }

    public Plan withMovement() {
        return new Plan(people, snrDb, newtons, true, nuisance, fault, common, newtonDb, sensors, wind);
    }

    public Plan with(Nuisance other) {
        return new Plan(people, snrDb, newtons, moving, other, fault, common, newtonDb, sensors, wind);
    }

    public Plan with(Fault other) {
        return new Plan(people, snrDb, newtons, moving, nuisance, other, common, newtonDb, sensors, wind);
    }

    public Plan withCommon(double share) {
        return new Plan(people, snrDb, newtons, moving, nuisance, fault, share, newtonDb, sensors, wind);
    }

    public Plan withNewtonAt(double db) {
        return new Plan(people, snrDb, newtons, moving, nuisance, fault, common, db, sensors, wind);
    }

    public Plan withSensors(int chassis) {
        return new Plan(people, snrDb, newtons, moving, nuisance, fault, common, newtonDb, chassis, wind);
    }

    public Plan withWind() {
        return new Plan(people, snrDb, newtons, moving, nuisance, fault, common, newtonDb, sensors, true);
    }
}
