package entente.files;

import entente.files.Tree.Plain;
import entente.files.Tree.Scalar;
import entente.files.Tree.Unreadable;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Numbers, each with its limits. Where one is wrong, exactly one fault is noted and a stand-in given back.
final class Numbers {
    private static final int MOST_DIGITS = 15;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,6})?");

    private Numbers() {}

    /// A number that JSON readers everywhere take for exactly what is written.
    static BigDecimal number(Tree tree, Faults faults) {
        if (tree instanceof Unreadable) {
            return BigDecimal.ZERO;
        }
        if (tree instanceof Scalar(String text, Plain plain, var _)
                && plain == Plain.YES
                && NUMBER.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            if (number.precision() <= MOST_DIGITS) {
                // One number has one form, so that equal facts are equal.
                return number.scale() < 0 ? number.setScale(0) : number;
            }
        }
        faults.add(
                tree.mark(),
                "wrong-type",
                "A number is expected here. Write at most fifteen digits, at most six of them after a point, without"
                        + " quotes or spaces.",
                "Un nombre est attendu ici. Écrivez au plus quinze chiffres, dont au plus six après un point, sans"
                        + " guillemets ni espaces.");
        return BigDecimal.ZERO;
    }

    static BigDecimal atLeastNothing(Tree tree, Faults faults) {
        BigDecimal number = number(tree, faults);
        if (number.signum() < 0) {
            outOfRange(tree, faults, "A number not below 0", "Un nombre non négatif");
        }
        return number;
    }

    static BigDecimal percent(Tree tree, Faults faults) {
        BigDecimal number = number(tree, faults);
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(100)) > 0) {
            outOfRange(tree, faults, "A number from 0 to 100", "Un nombre de 0 à 100");
        }
        return number;
    }

    static int whole(Tree tree, Faults faults, int most) {
        BigDecimal number = number(tree, faults);
        if (number.scale() > 0 || number.signum() < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            outOfRange(tree, faults, "A whole number from 0 to " + most, "Un nombre entier de 0 à " + most);
            return 0;
        }
        return number.intValueExact();
    }

    private static void outOfRange(Tree tree, Faults faults, String en, String fr) {
        faults.add(
                tree.mark(),
                "out-of-range",
                en + " is expected here. Correct the number.",
                fr + " est attendu ici. Corrigez le nombre.");
    }
}
