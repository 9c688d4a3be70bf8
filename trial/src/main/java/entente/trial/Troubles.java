package entente.trial;

import java.util.Arrays;

/// How nuisances come into a scene.
final class Troubles {
    private Troubles() {}

    static void add(Chance chance, Nuisance nuisance, Scene scene) {
        switch (nuisance) {
            case NONE -> {}
            case ROAD -> road(chance, scene);
            case ENGINE -> engine(chance, scene);
            case REFRIGERATION -> refrigeration(chance, scene);
            case STEPS -> steps(chance, scene);
            case GUSTS -> gusts(chance, scene);
        }
    }

    /// What moves the ground under the sensor, and a little differently under the wheels.
    private static void shake(Chance chance, Scene scene, float[] atSensor, float[] atWheels, double mismatch) {
        Wave.add(scene.ground, atSensor, 1);
        for (int i = 0; i < scene.frame.length; i++) {
            Wave.add(
                    scene.frame[i],
                    Wave.through(atWheels, scene.vehicle.fromGround(i)),
                    1 + mismatch * chance.normal());
        }
    }

    private static void road(Chance chance, Scene scene) {
        double usual = Wave.usual(Wave.heartBand(scene.ground));
        float[] rumble = Wave.silence();
        double at = chance.between(0, 20) * Wave.RATE_HZ;
        while (at < Wave.LENGTH) {
            double width = chance.between(1, 4) * Wave.RATE_HZ;
            double height = chance.spread(1, 6);
            float[] noise = Scene.unit(Wave.band(Wave.white(chance), 5, 20));
            for (int n = 0; n < Wave.LENGTH; n++) {
                double z = (n - at) / width;
                rumble[n] += (float) (usual * height * noise[n] * Math.exp(-z * z / 2));
            }
            at += chance.between(8, 30) * Wave.RATE_HZ;
        }
        shake(chance, scene, rumble, rumble, 0.02);
    }

    /// One line: everywhere on the frame, with a size and a phase of its own at each sensor.
    private static void line(
            Chance chance, Scene scene, double[] phase, double order, double decibels, float[] envelope) {
        for (int i = 0; i < scene.frame.length; i++) {
            double size =
                    scene.restRms[i] * Math.pow(10, decibels / 20) * Math.sqrt(2) * Math.exp(0.4 * chance.normal());
            double shift = chance.between(0, 2 * Math.PI);
            for (int n = 0; n < Wave.LENGTH; n++) {
                scene.frame[i][n] += (float) (size * envelope[n] * Math.cos(order * phase[n] + shift));
            }
        }
    }

    /// The phase of something that turns nearly steadily.
    static double[] turning(Chance chance, double hertz, double jitter) {
        double[] phase = new double[Wave.LENGTH];
        double off = 0;
        double sum = 0;
        for (int n = 0; n < Wave.LENGTH; n++) {
            off = 0.99 * off + jitter * Math.sqrt(1 - 0.99 * 0.99) * chance.normal();
            sum += 2 * Math.PI * hertz * (1 + off) / Wave.RATE_HZ;
            phase[n] = sum;
        }
        return phase;
    }

    private static float[] always() {
        float[] envelope = new float[Wave.LENGTH];
        Arrays.fill(envelope, 1);
        return envelope;
    }

    private static void engine(Chance chance, Scene scene) {
        double turns = chance.between(600, 900) / 60;
        double[] phase = turning(chance, turns, 0.003);
        for (double order = 0.5; order * turns < 45; order += 0.5) {
            boolean whole = order == Math.rint(order);
            line(chance, scene, phase, order, whole ? chance.between(0, 20) : chance.between(-10, 10), always());
        }
    }

    private static void refrigeration(Chance chance, Scene scene) {
        double turns = chance.between(1450, 2200) / 60;
        double[] phase = turning(chance, turns, 0.002);
        double[] fan = turning(chance, turns / 2 + chance.between(0.6, 3), 0.001);
        float[] envelope = always();
        if (chance.in(0.5)) {
            double at = chance.between(0.3, 0.8) * Wave.LENGTH;
            boolean on = chance.in(0.5);
            for (int n = 0; n < Wave.LENGTH; n++) {
                double after = Math.clamp((n - at) / (2 * Wave.RATE_HZ), 0, 1);
                envelope[n] = (float) (on ? after : 1 - after);
            }
        }
        double level = chance.between(0, 20);
        line(chance, scene, phase, 1, level, envelope);
        line(chance, scene, phase, 0.5, level - chance.between(0, 10), envelope);
        line(chance, scene, fan, 1, level - chance.between(0, 10), envelope);
    }

    private static void steps(Chance chance, Scene scene) {
        double usual = Wave.usual(Wave.heartBand(scene.ground));
        double pace = 1 / chance.between(1.5, 2.5);
        double height = usual * chance.spread(1, 8);
        double hertz = chance.between(6, 15);
        double nearest = chance.between(0, Wave.LENGTH);
        double width = chance.between(5, 30) * Wave.RATE_HZ;
        double delay = chance.between(0.003, 0.03);
        float[] atSensor = Wave.silence();
        float[] atWheels = Wave.silence();
        for (double at = 0; at < Wave.LENGTH / Wave.RATE_HZ; at += pace * (1 + 0.03 * chance.normal())) {
            double z = (at * Wave.RATE_HZ - nearest) / width;
            double own = height * (0.1 + Math.exp(-z * z / 2)) * (1 + 0.2 * chance.normal());
            step(atSensor, at, hertz, own * 3);
            step(atWheels, at + delay, hertz, own * 3 * (1 + 0.2 * Math.sin(z)));
        }
        shake(chance, scene, atSensor, atWheels, 0.1);
    }

    private static void step(float[] wave, double at, double hertz, double height) {
        int from = Math.max(0, (int) Math.ceil(at * Wave.RATE_HZ));
        for (int n = from; n < Math.min(Wave.LENGTH, from + Wave.RATE_HZ / 2); n++) {
            double t = n / Wave.RATE_HZ - at;
            wave[n] += (float) (height * Math.exp(-15 * t) * Math.sin(2 * Math.PI * hertz * t));
        }
    }

    private static void gusts(Chance chance, Scene scene) {
        float[] pressure = gusty(chance);
        // A point beside the vehicle feels half of the power of what the whole side feels.
        float[] atSensor = gusty(chance);
        for (int n = 0; n < Wave.LENGTH; n++) {
            atSensor[n] = (float) ((pressure[n] + atSensor[n]) / Math.sqrt(2));
        }
        Wave.add(scene.air, atSensor, chance.spread(1, 10) / Wave.rms(atSensor));
        float[][] felt = scene.felt(pressure, Vehicle.side());
        double unit = 0;
        for (int i = 0; i < felt.length; i++) {
            unit += Wave.rms(felt[i]) / felt.length / scene.restRms[i];
        }
        scene.add(felt, chance.spread(1, 30) / unit);
    }

    /// Air that pushes from 0.5 to 4 Hz and swells and fades over some seconds.
    private static float[] gusty(Chance chance) {
        float[] wind = Wave.shaped(
                Wave.white(chance),
                hertz -> 1 / Math.sqrt((1 + Math.pow(0.5 / hertz, 4)) * (1 + Math.pow(hertz / 3, 6))));
        float[] swell = Wave.shaped(Wave.white(chance), hertz -> hertz < 0.25 ? 1 : 0);
        double size = Wave.rms(swell);
        for (int n = 0; n < Wave.LENGTH; n++) {
            double gust = swell[n] / size;
            wind[n] *= (float) (gust * gust);
        }
        return wind;
    }
}
