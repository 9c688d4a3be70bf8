package entente.screening;

import java.util.Arrays;

/// How warm a closed space with people in it becomes: their dry heat, what passes the shell, what
/// must be warmed, and a unit that cools to its set point. All of it is one lump.
record Climate(
        double people,
        double wattsPerKelvin,
        double joulesPerKelvin,
        double insideC,
        double outsideC,
        double setPointC,
        double pullDownHours) {
    private static final double STEP_HOURS = 0.1;
    private static final double GROWTH = 0.05;
    private static final double LONGEST_HOURS = 72;

    private double exchange() {
        return people * Body.DRY_HEAT_WATTS_PER_KELVIN + wattsPerKelvin;
    }

    private double settledC() {
        return (people * Body.DRY_HEAT_WATTS_PER_KELVIN * Body.NO_DRY_HEAT_C + wattsPerKelvin * outsideC) / exchange();
    }

    /// The temperature after some hours.
    double after(double hours) {
        double settled = settledC();
        double free = settled + (insideC - settled) * Math.exp(-exchange() * 3600 * hours / joulesPerKelvin);
        double cooled = setPointC + Math.max(0, insideC - setPointC) * Math.exp(-hours / pullDownHours);
        return Math.min(free, cooled);
    }

    /// Hours until the core of a body has warmed by each of the rising limits, in kelvin; 0 asks for the
    /// beginning of it. What was before now counts as spent in the air of now.
    double[] hoursToWarmth(double hoursShut, double humidityPercent, double... limitsKelvin) {
        boolean never = Math.max(insideC, Math.min(settledC(), setPointC)) <= Limits.WET_BULB_C;
        return hoursTo(never, hoursShut, limitsKelvin, celsius -> warming(celsius, humidityPercent));
    }

    private static double warming(double celsius, double humidityPercent) {
        double excess = Limits.wetBulbC(celsius, humidityPercent) - Limits.WET_BULB_C;
        return Limits.WARMING_KELVIN_PER_HOUR
                * Math.max(0, excess)
                / (Limits.NO_COOLING_WET_BULB_C - Limits.WET_BULB_C);
    }

    /// Hours until the core has fallen by each of the rising shares of what a body survives.
    double[] hoursToCold(double hoursShut, double clothing, double... shares) {
        double coldest = Math.min(Math.min(insideC, settledC()), setPointC);
        boolean never = Limits.coldHours(coldest, clothing) > 2 * LONGEST_HOURS;
        return hoursTo(never, hoursShut, shares, celsius -> 1 / Limits.coldHours(celsius, clothing));
    }

    private double[] hoursTo(boolean never, double hoursShut, double[] limits, Rate rate) {
        double[] hours = new double[limits.length];
        Arrays.fill(hours, Double.POSITIVE_INFINITY);
        if (never) {
            return hours;
        }
        double before = rate.at(insideC);
        double done = before * hoursShut;
        int next = 0;
        while (next < limits.length && done >= limits[next] && before > 0) {
            hours[next++] = 0;
        }
        double clock = 0;
        while (next < limits.length && clock <= LONGEST_HOURS) {
            double step = Math.max(STEP_HOURS, GROWTH * clock);
            double now = rate.at(after(clock + step));
            double gained = (before + now) / 2 * step;
            while (next < limits.length && gained > 0 && done + gained >= limits[next]) {
                hours[next] = clock + step * Math.max(0, limits[next] - done) / gained;
                next++;
            }
            done += gained;
            clock += step;
            before = now;
        }
        return hours;
    }

    private interface Rate {
        double at(double celsius);
    }
}
