package entente.node.lane;

import entente.terms.Words;
import java.util.Locale;

/// What an alarm turned out to be, asked after it was acknowledged. A closed list, so that nothing about a person can
/// be written.
public enum Cause {
    SOMEBODY(new Words("somebody was in the vehicle", "quelqu’un était dans le véhicule")),
    NOBODY(new Words("the vehicle was opened, nobody was in it", "le véhicule a été ouvert, personne n’y était")),
    ANIMAL(new Words("an animal", "un animal")),
    STAFF(new Words("staff on or beside the vehicle", "du personnel sur le véhicule ou à côté")),
    NOT_OPENED(new Words("the vehicle was not opened", "le véhicule n’a pas été ouvert"));

    private final Words title;

    Cause(Words title) {
        this.title = title;
    }

    public Words title() {
        return title;
    }

    /// Its word in forms and messages.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
