package entente.screening;

/// The air of a closed space, well mixed: what is made in it, and what comes and goes through leaks.
/// Concentrations are of carbon dioxide in parts per million, outdoor air included.
///
/// `productionPpmPerHour` is what is made, divided by the volume of air; `exchangesPerHour` is the
/// leak, so divided.
record Gas(double productionPpmPerHour, double exchangesPerHour) {
    /// Where the march along a dose begins. The eighth power of what lies below it is nothing beside a
    /// deadly dose.
    private static final double MARCH_PPM = 20_000;

    private static final double STEP = 1.03;
    private static final double MOST_PPM = 1_000_000;
    private static final double SETTLED = 0.0005;

    Gas {
        if (!(productionPpmPerHour >= 0 && exchangesPerHour >= 0)) {
            throw new IllegalArgumentException(
                    "air takes " + productionPpmPerHour + " ppm/h, " + exchangesPerHour + " /h");
        }
    }

    /// What the concentration tends to where something is made or exchanged.
    double settledPpm() {
        return Limits.OUTDOOR_PPM + productionPpmPerHour / exchangesPerHour;
    }

    /// Concentration after some hours.
    double after(double hours, double fromPpm) {
        return fromPpm + slope(fromPpm) * spell(hours);
    }

    private double slope(double ppm) {
        return productionPpmPerHour - exchangesPerHour * (ppm - Limits.OUTDOOR_PPM);
    }

    /// (1 - exp(-exchanges x hours)) / exchanges, which is the hours themselves where nothing is
    /// exchanged.
    double spell(double hours) {
        double decay = exchangesPerHour * hours;
        return decay < 1e-9 ? hours : -Math.expm1(-decay) / exchangesPerHour;
    }

    /// Hours until a concentration is reached: 0 where it is, infinity where it never will be.
    double hoursTo(double ppm, double fromPpm) {
        return fromPpm >= ppm ? 0 : hoursBetween(fromPpm, ppm);
    }

    private double hoursBetween(double fromPpm, double toPpm) {
        double hours = (toPpm - fromPpm) / slope(fromPpm);
        double share = exchangesPerHour * hours;
        if (!(hours >= 0) || share >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        return share < 1e-9 ? hours : -Math.log1p(-share) / exchangesPerHour;
    }

    /// Hours until the integral of the eighth power of ppm over minutes has reached each of the rising
    /// doses, of which `done` is taken when the clock starts.
    double[] hoursToDoses(double fromPpm, double done, double... doses) {
        double[] hours = new double[doses.length];
        double settled = slope(fromPpm) == 0 ? fromPpm : settledPpm();
        double taken = done;
        double clock = 0;
        double at = fromPpm;
        int next = 0;
        while (next < doses.length && done >= doses[next]) {
            next++;
        }
        if (settled > at && at < MARCH_PPM) {
            at = Math.min(MARCH_PPM, at + 0.98 * (settled - at));
            clock = hoursBetween(fromPpm, at);
        }
        while (next < doses.length) {
            if (at >= MOST_PPM || Math.abs(settled - at) <= SETTLED * at) {
                hours[next] = clock + (doses[next] - taken) / (60 * eighth(at));
                next++;
                continue;
            }
            double until = at + Math.max(-0.1 * at, Math.min((STEP - 1) * at, 0.3 * (settled - at)));
            double spent = hoursBetween(at, until);
            double gained = dose(at, until, spent);
            while (next < doses.length && taken + gained >= doses[next]) {
                hours[next] = clock + spent * (doses[next] - taken) / gained;
                next++;
            }
            taken += gained;
            clock += spent;
            at = until;
        }
        return hours;
    }

    /// The dose taken until now by somebody who was shut in with the air of outdoors, and has `nowPpm`
    /// now.
    double doseUntil(double nowPpm) {
        double settled = settledPpm();
        double reach = Math.min(nowPpm, Limits.OUTDOOR_PPM + 0.98 * (settled - Limits.OUTDOOR_PPM));
        double at = Math.min(reach, MARCH_PPM);
        double taken = 0;
        while (at < reach) {
            double until = Math.min(at * STEP, reach);
            taken += dose(at, until, hoursBetween(at, until));
            at = until;
        }
        return taken;
    }

    /// Simpson's rule.
    private static double dose(double fromPpm, double toPpm, double hours) {
        return 60 * hours * (eighth(fromPpm) + 4 * eighth((fromPpm + toPpm) / 2) + eighth(toPpm)) / 6;
    }

    static double eighth(double ppm) {
        double square = ppm * ppm;
        double fourth = square * square;
        return fourth * fourth;
    }
}
