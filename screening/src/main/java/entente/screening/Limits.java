package entente.screening;

import java.util.Arrays;

/// How much of bad air, heat and cold is borne. Each has its source; `docs/spec/danger.md` says what
/// was checked.
final class Limits {
    /// Outdoor air: carbon dioxide as measured at Mauna Loa in the middle of the 2020s (NOAA), oxygen of
    /// dry air.
    static final double OUTDOOR_PPM = 425;

    static final double OUTDOOR_OXYGEN_PERCENT = 20.95;

    /// Headache and breathlessness: the ceiling for a quarter of an hour of NIOSH and ACGIH is 3 %.
    static final double DISTRESS_PPM = 30_000;

    /// First signs of want of oxygen; from 10 % on fainting and unconsciousness; below 7 % death in
    /// minutes (Compressed Gas Association SB-2, as widely reprinted).
    static final double DISTRESS_OXYGEN_PERCENT = 16;

    static final double DANGER_OXYGEN_PERCENT = 10;
    static final double DEATH_OXYGEN_PERCENT = 7;

    /// The dangerous toxic loads of the Health and Safety Executive for carbon dioxide: the integral of
    /// the eighth power of ppm over minutes. At the first 1 to 5 % of those exposed die, at the second
    /// half of them (HSE, "Assessment of the dangerous toxic load for SLOT and SLOD"; Harper, "Assessment
    /// of the major hazard potential of carbon dioxide", 2011, which prints the pairs that follow from
    /// them).
    static final double SLOT_PPM8_MINUTES = 1.5e40;

    static final double SLOD_PPM8_MINUTES = 1.5e41;

    /// The wet-bulb temperature from which the core of a young, healthy, resting person warms without
    /// end, in humid heat: 30.55 +-0.98 °C (Vecellio, Wolf, Cottle and Kenney, J. Appl. Physiol. 132
    /// (2022) 340-345).
    static final double WET_BULB_C = 30.55;

    /// The wet-bulb temperature at which no heat leaves the skin at all (Sherwood and Huber, PNAS 107
    /// (2010) 9552).
    static final double NO_COOLING_WET_BULB_C = 35;

    /// How fast the core warms when no heat leaves: 105 W at 1.2 met in 60 kg of 3.49 kJ/kgK.
    static final double WARMING_KELVIN_PER_HOUR = 105 * 3600 / (60 * 3490.0);

    /// From a core of 37 °C: heat stroke begins at 40, death is likely at 42.
    static final double DANGER_WARMING_K = 3;

    static final double DEATH_WARMING_K = 5;

    /// From a core of 37 °C to 30, the end of survival in the model of Tikuisis, the fall is taken as
    /// even: hypothermia begins at 35, shivering ends at 32.
    static final double DISTRESS_COLD_SHARE = 2.0 / 7;

    static final double DANGER_COLD_SHARE = 5.0 / 7;

    /// Hours of survival, nude in calm air from -30 to 10 °C and in two thin loose layers in a wind of
    /// 5 km/h from -50 to -10 °C, by steps of 10 (Tikuisis, Int. J. Biometeorology 39 (1995) 94-102,
    /// DOI 10.1007/BF01212587). The last of each is given as more than 24. The author: use them to
    /// rank, not as such.
    private static final double[] NUDE = logarithms(1.8, 2.5, 4.1, 9.0, 24);

    private static final double[] CLOTHED = logarithms(4.0, 5.6, 8.6, 15.4, 24);
    private static final double NUDE_FROM_C = -30;
    private static final double CLOTHED_FROM_C = -50;

    private Limits() {}

    /// Hours of survival at a temperature. Beyond the tables the logarithm goes on as between their last
    /// two values.
    static double coldHours(double celsius, double clothing) {
        double nude = along(NUDE, (celsius - NUDE_FROM_C) / 10);
        double clothed = along(CLOTHED, (celsius - CLOTHED_FROM_C) / 10);
        return Math.exp(nude + clothing * Math.max(0, clothed - nude));
    }

    private static double along(double[] logarithms, double place) {
        int below = Math.clamp((int) Math.floor(place), 0, logarithms.length - 2);
        return logarithms[below] + (place - below) * (logarithms[below + 1] - logarithms[below]);
    }

    private static double[] logarithms(double... hours) {
        return Arrays.stream(hours).map(Math::log).toArray();
    }

    /// The wet-bulb temperature: Stull, J. Appl. Meteorology and Climatology 50 (2011) 2267-2269, within
    /// 1 K from 5 to 99 % and -20 to 50 °C. At 100 % it is the temperature.
    static double wetBulbC(double celsius, double humidityPercent) {
        if (humidityPercent >= 99) {
            return celsius;
        }
        double humidity = Math.max(5, humidityPercent);
        double wet = celsius * Math.atan(0.151977 * Math.sqrt(humidity + 8.313659))
                + Math.atan(celsius + humidity)
                - Math.atan(humidity - 1.676331)
                + 0.00391838 * Math.pow(humidity, 1.5) * Math.atan(0.023101 * humidity)
                - 4.686035;
        return Math.min(celsius, wet);
    }
}
