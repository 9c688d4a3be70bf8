package entente.bench;

import entente.terms.Period;
import java.time.LocalDate;
import java.time.YearMonth;

/// When something invented was so and when it was reported, each as exactly as the sources of the real record say it:
/// a third by the day, the rest by month, year or stretch.
record Days(Period happened, Period reported) {

    /// Of something reported about a day.
    static Days of(Chance chance, LocalDate day) {
        int lag = switch (chance.weighted(45, 25, 20, 10)) {
            case 0 -> chance.number(2);
            case 1 -> chance.between(2, 30);
            case 2 -> chance.between(31, 200);
            default -> chance.between(201, 900);
        };
        return new Days(Period.parse(happened(chance, day.minusDays(lag))), Period.parse(reported(chance, day)));
    }

    private static String happened(Chance chance, LocalDate last) {
        YearMonth month = YearMonth.from(last);
        return switch (chance.weighted(33, 14, 18, 20, 4, 4, 4, 3)) {
            case 0 -> last.toString();
            case 1 -> month.toString();
            case 2 -> month.minusMonths(chance.between(2, 12)) + "/" + month;
            case 3 -> String.valueOf(last.minusMonths(5).getYear());
            case 4 -> last.getYear() - chance.between(1, 3) + "/" + last.getYear();
            case 5 -> last + "~";
            case 6 -> last.minusDays(chance.between(1, 20)) + "/" + last;
            default -> last.getYear() + "~";
        };
    }

    private static String reported(Chance chance, LocalDate day) {
        return switch (chance.weighted(71, 17, 8, 3, 1)) {
            case 0 -> day.toString();
            case 1 -> YearMonth.from(day).toString();
            case 2 -> String.valueOf(day.getYear());
            case 3 -> day + "?";
            default -> "XXXX";
        };
    }
}
