package entente.trial;

/// A vehicle at a place, and how its frame, the ground and the air move while the scene is set:
/// velocity in m/s, pressure in Pa, of [Wave#LENGTH] samples.
final class Scene {
    /// Own noise of a chassis sensor and its fastening that is flat over frequency, over the rest
    /// of what it has alone.
    private static final double OWN_WHITE = 0.25;

    /// Own noise of the ground sensor, over what it hears from 3 to 15 Hz.
    private static final double GROUND_OWN = 0.01;

    /// What the ground does not explain is from 0.2 to 5 % of the power of the frame.
    private static final double LEAST_LEFT = 0.002;

    private static final double MOST_LEFT = 0.05;

    /// Pressure of moving air where there is no gust, in Pa.
    private static final double CALM_PA = 0.02;

    final Vehicle vehicle;
    final float[][] frame;
    final float[] ground;
    final float[] air;

    /// By chassis sensor: rms, and usual size, from 3 to 15 Hz, of what the ground does not
    /// explain.
    final double[] restRms;

    final double[] restUsual;

    /// The true share of the chassis's power from 3 to 15 Hz that the ground explains, without
    /// nuisances.
    final double explained;

    Scene(Chance chance, Ground place, Plan plan) {
        int sensors = plan.sensors();
        vehicle = new Vehicle(chance, sensors);
        frame = new float[sensors][];
        restRms = new double[sensors];
        restUsual = new double[sensors];
        int moment = place.moment(chance);
        float[] moved = place.vertical(moment);
        double driven = 0;
        for (int i = 0; i < sensors; i++) {
            frame[i] = Wave.through(moved, vehicle.fromGround(i));
            double rms = Wave.rms(Wave.heartBand(frame[i]));
            driven += rms * rms / sensors;
        }
        ground = moved;
        Wave.add(ground, Wave.white(chance), GROUND_OWN * Wave.rms(Wave.heartBand(moved)));
        air = plan.wind() ? Wave.shaped(Wave.white(chance.of(1)), hertz -> CALM_PA / (1 + hertz)) : Wave.silence();
        double left = chance.spread(LEAST_LEFT, MOST_LEFT);
        float[][] own = place.elsewhere(chance, moment, sensors + 1);
        rest(chance, own, plan.common(), Math.sqrt(driven * left / (1 - left)));
        explained = 1 - left;
        if (!Double.isNaN(plan.newtonDb())) {
            scale(Math.pow(10, (newtonDb(chance) - plan.newtonDb()) / 20));
        }
    }

    /// Of each sensor its own, and the last common to all.
    private void rest(Chance chance, float[][] own, double common, double level) {
        float[] shared = own[frame.length];
        for (int i = 0; i < frame.length; i++) {
            float[] rest = unit(Wave.through(own[i], vehicle.fromGround(i)));
            Wave.add(rest, Wave.white(chance), OWN_WHITE / Wave.FLAT_RMS);
            Wave.scale(rest, level * Math.sqrt((1 - common) / (1 + OWN_WHITE * OWN_WHITE)));
            if (common > 0) {
                Wave.add(rest, unit(Wave.through(shared, vehicle.fromGround(i))), level * Math.sqrt(common));
            }
            float[] band = Wave.heartBand(rest);
            restRms[i] = Wave.rms(band);
            restUsual[i] = Wave.usual(band);
            Wave.add(frame[i], rest, 1);
        }
    }

    /// How far a heart of one newton stands above the noise, somewhere in the vehicle.
    private double newtonDb(Chance chance) {
        float[] force = Heart.invented(1).newtons(chance);
        return decibels(felt(force, vehicle.place(chance)));
    }

    private void scale(double factor) {
        Wave.scale(ground, factor);
        for (int i = 0; i < frame.length; i++) {
            Wave.scale(frame[i], factor);
            restRms[i] *= factor;
            restUsual[i] *= factor;
        }
    }

    /// One, rms, from 3 to 15 Hz.
    static float[] unit(float[] wave) {
        float[] scaled = wave.clone();
        Wave.scale(scaled, 1 / Wave.rms(Wave.heartBand(wave)));
        return scaled;
    }

    /// What a force on the floor does at each chassis sensor.
    float[][] felt(float[] force, double[] place) {
        float[][] felt = new float[frame.length][];
        for (int i = 0; i < frame.length; i++) {
            felt[i] = Wave.through(force, vehicle.fromForce(i, place));
        }
        return felt;
    }

    /// The ratio of signal to noise, as [Plan] defines it.
    double decibels(float[][] felt) {
        double sum = 0;
        for (int i = 0; i < frame.length; i++) {
            sum += 20 * Math.log10(Wave.medianRms(Wave.heartBand(felt[i])) / restUsual[i]);
        }
        return sum / frame.length;
    }

    void add(float[][] felt, double factor) {
        for (int i = 0; i < frame.length; i++) {
            Wave.add(frame[i], felt[i], factor);
        }
    }
}
