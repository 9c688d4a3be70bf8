package entente.node.draw;

import java.util.ArrayList;
import java.util.List;

/// The room left in a picture: what is taken stays free of words.
final class Room {
    /// A box; `x` and `y` are its upper left corner.
    record Box(double x, double y, double width, double height) {
        boolean meets(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        boolean inside(Box other) {
            return x >= other.x
                    && y >= other.y
                    && x + width <= other.x + other.width
                    && y + height <= other.y + other.height;
        }
    }

    private final Box all;
    private final List<Box> taken = new ArrayList<>();

    Room(Box all) {
        this.all = all;
    }

    void take(Box box) {
        taken.add(box);
    }

    boolean free(Box box) {
        return box.inside(all) && taken.stream().noneMatch(box::meets);
    }

    /// Takes the box where it is free, and says whether it was.
    boolean claim(Box box) {
        if (!free(box)) {
            return false;
        }
        take(box);
        return true;
    }
}
