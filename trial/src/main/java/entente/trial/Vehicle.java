package entente.trial;

/// A vehicle that does not exist: how its frame moves at each sensor when the ground moves its
/// wheels, when somebody pushes its floor, or when wind pushes its side.
///
/// It has a body on springs (1.2 to 3 Hz), axles on tyres (8 to 13 Hz) and two modes of the frame
/// (4 to 14 Hz, quality 3 to 8), each with its mass and a shape over the sensors: two degrees of
/// freedom, and two of the frame besides. The modal mass is from 3 to 15 t, or up to 30 t for one
/// in five.
final class Vehicle {
    private static final int MODES = 4;

    final double massKg;
    private final int sensors;
    private final double[] hertz = new double[MODES];
    private final double[] damping = new double[MODES];
    private final double[] mass = new double[MODES];
    private final double[][] shape;
    private final double[] wheels = new double[MODES];
    private final Wave.Response[] fromGround;

    Vehicle(Chance chance, int sensors) {
        this.sensors = sensors;
        this.massKg = chance.in(0.2) ? chance.between(15_000, 30_000) : chance.between(3_000, 15_000);
        this.shape = new double[MODES][sensors];
        set(chance, 0, chance.between(1.2, 3), chance.between(0.1, 0.25), 1, 1, 0.2);
        set(chance, 1, chance.between(8, 13), chance.between(0.08, 0.2), 0.3, chance.between(0.2, 0.6), 0.5);
        set(chance, 2, chance.between(4, 9), 1 / (2 * chance.between(3, 8)), 0.5, chance.between(0.1, 0.4), 0.6);
        set(chance, 3, chance.between(7, 14), 1 / (2 * chance.between(3, 8)), 0.5, chance.between(0.1, 0.4), 0.6);
        this.fromGround = new Wave.Response[sensors];
        for (int i = 0; i < sensors; i++) {
            int sensor = i;
            fromGround[i] = Wave.Response.of((f, out) -> sum(sensor, f, out, true, new double[MODES]));
        }
    }

    private void set(
            Chance chance, int mode, double hertz, double damping, double massShare, double wheel, double spread) {
        this.hertz[mode] = hertz;
        this.damping[mode] = damping;
        this.mass[mode] = massShare * massKg;
        this.wheels[mode] = wheel;
        for (int i = 0; i < sensors; i++) {
            shape[mode][i] = 1 + spread * chance.normal();
        }
    }

    /// From the velocity of the ground to that of the frame at a sensor.
    Wave.Response fromGround(int sensor) {
        return fromGround[sensor];
    }

    /// From a force on the floor, felt by each mode as much as `place` says, to the velocity of the
    /// frame at a sensor.
    Wave.Transfer fromForce(int sensor, double[] place) {
        return (f, out) -> sum(sensor, f, out, false, place);
    }

    /// Where somebody sits: how much each mode feels it.
    double[] place(Chance chance) {
        return new double[] {1, 0.5 * chance.normal(), 1 + 0.5 * chance.normal(), 1 + 0.5 * chance.normal()};
    }

    /// Where wind pushes: the body.
    static double[] side() {
        return new double[] {1, 0, 0.1, 0.1};
    }

    private void sum(int sensor, double f, double[] out, boolean ground, double[] place) {
        double re = 0;
        double im = 0;
        for (int m = 0; m < MODES; m++) {
            double ratio = f / hertz[m];
            double dr = 1 - ratio * ratio;
            double di = 2 * damping[m] * ratio;
            double size = dr * dr + di * di;
            // Base motion (1 + 2i zeta r) / (1 - r^2 + 2i zeta r); force i omega / k / (1 - r^2 + 2i zeta r).
            double omega = 2 * Math.PI * hertz[m];
            double nr = ground ? wheels[m] : 0;
            double ni = ground ? wheels[m] * di : place[m] * 2 * Math.PI * f / (mass[m] * omega * omega);
            re += shape[m][sensor] * (nr * dr + ni * di) / size;
            im += shape[m][sensor] * (ni * dr - nr * di) / size;
        }
        out[0] = re;
        out[1] = im;
    }
}
