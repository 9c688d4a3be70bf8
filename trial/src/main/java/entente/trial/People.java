package entente.trial;

/// How people come into a scene: by the force of their hearts, which are recorded, and by breathing
/// and moving, which are invented.
final class People {
    private People() {}

    static void add(Chance chance, Plan plan, Scene scene) {
        for (Heart heart : plan.people()) {
            double[] place = scene.vehicle.place(chance);
            float[][] felt = scene.felt(heart.newtons(chance), place);
            double newtons = Double.isNaN(plan.newtons())
                    ? Math.pow(10, (plan.snrDb() - scene.decibels(felt)) / 20)
                    : plan.newtons();
            scene.add(felt, newtons);
            scene.add(scene.felt(breath(chance), place), newtons);
        }
        if (plan.moving()) {
            double[] place = scene.vehicle.place(chance);
            scene.add(scene.felt(pushes(chance), place), 1);
        }
    }

    /// Breathing at rest, 12 to 25 a minute and not quite steady: the weight of what it lifts
    /// pushes the floor as much as the heart does, or three times, far below the band of the heart.
    private static float[] breath(Chance chance) {
        double[] phase = Troubles.turning(chance, chance.between(12, 25) / 60, 0.05);
        double newtons = chance.spread(1, 3) * Math.sqrt(2);
        float[] force = Wave.silence();
        for (int n = 0; n < Wave.LENGTH; n++) {
            force[n] = (float) (newtons * (Math.sin(phase[n]) + 0.3 * Math.sin(2 * phase[n] + 1)));
        }
        return force;
    }

    /// Somebody shifts, turns or steps: pushes of 5 to 40 N from 1 to 20 Hz, 0.3 to 2 s long, every
    /// 3 to 8 s.
    private static float[] pushes(Chance chance) {
        float[] pushes = Wave.silence();
        double at = 0;
        while (at < Wave.LENGTH) {
            double width = chance.between(0.15, 0.7) * Wave.RATE_HZ;
            double newtons = chance.spread(5, 40);
            for (int n = (int) Math.max(0, at - 4 * width); n < Math.min(Wave.LENGTH, at + 4 * width); n++) {
                double z = (n - at) / width;
                pushes[n] += (float) (newtons * Math.exp(-z * z / 2) * chance.normal());
            }
            at += chance.between(3, 8) * Wave.RATE_HZ;
        }
        return Wave.band(pushes, 1, 20);
    }
}
