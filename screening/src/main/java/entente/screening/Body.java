package entente.screening;

/// What one person does to the air, and how much of it a person bears. Means over a group of adults.
final class Body {
    /// Carbon dioxide breathed out for each oxygen taken in. Persily and de Jonge, Indoor Air 27 (2017)
    /// 868-879, DOI 10.1111/ina.12383.
    static final double RESPIRATORY_QUOTIENT = 0.85;

    /// Air that a person takes the place of, in cubic metres: 65 kg at about the density of water.
    static final double VOLUME_M3 = 0.065;

    /// Dry heat that a person at rest gives to still air of 20 °C, and how much less for each kelvin
    /// more: 90, 80, 75 and 65 W at 20, 22, 24 and 26 °C (Jones, Air Conditioning Engineering, 5th
    /// edition, table 7.16). The straight line through the first and the last ends at 41.6 °C.
    static final double DRY_HEAT_WATTS = 90;

    static final double DRY_HEAT_WATTS_PER_KELVIN = 25.0 / 6;
    static final double NO_DRY_HEAT_C = 20 + DRY_HEAT_WATTS / DRY_HEAT_WATTS_PER_KELVIN;

    /// Persily and de Jonge 2017: litres a second = RQ x BMR x met x T/P x 0.000211, with the BMR in MJ a
    /// day, T in kelvin and P in kilopascals.
    private static final double LITRES_A_SECOND = 0.000211;

    private static final double KELVIN = 273.15 + 30;
    private static final double KILOPASCALS = 101.325;

    /// Lying still is 1.0 met, sitting 1.2, standing or uneasy 1.4 (Persily and de Jonge 2017, table 4).
    private static final Range MET = new Range(1.0, 1.4);

    private static final Range KILOGRAMS = new Range(50, 70);
    private static final Range SHARE_OF_WOMEN = new Range(0, 0.4);

    private Body() {}

    /// Litres of carbon dioxide that one adult of a group gives off in an hour. The shares from 0 to 1
    /// choose how active, how heavy and how much of the group women.
    static double litresPerHour(double active, double heavy, double women) {
        double kilograms = KILOGRAMS.at(heavy);
        double share = SHARE_OF_WOMEN.at(women);
        double basal = (1 - share) * manMegajoulesPerDay(kilograms) + share * womanMegajoulesPerDay(kilograms);
        return 3600 * RESPIRATORY_QUOTIENT * basal * MET.at(active) * KELVIN / KILOPASCALS * LITRES_A_SECOND;
    }

    /// Schofield, Human Nutrition: Clinical Nutrition 39C suppl. 1 (1985) 5-41, ages 18 to 30.
    private static double manMegajoulesPerDay(double kilograms) {
        return 0.063 * kilograms + 2.896;
    }

    private static double womanMegajoulesPerDay(double kilograms) {
        return 0.062 * kilograms + 2.036;
    }
}
