package entente.files;

import java.util.List;
import java.util.Map;

/// What a file holds before anybody asks what it means.
sealed interface Tree {
    Mark mark();

    /// A word, number or sentence. Only a `plain` one, without quotes, can be a number or a truth value.
    record Scalar(String text, Plain plain, Mark mark) implements Tree {}

    record Sequence(List<Tree> items, Mark mark) implements Tree {}

    /// Keys in the order of the file.
    record Mapping(Map<String, Entry> entries, Mark mark) implements Tree {}

    record Entry(Mark mark, Tree value) {}

    /// Something whose fault has been noted already, so that nothing more is said of it.
    record Unreadable(Mark mark) implements Tree {}

    /// Whether a scalar stands without quotes.
    enum Plain {
        YES,
        NO
    }
}
