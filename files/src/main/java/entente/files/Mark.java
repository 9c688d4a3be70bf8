package entente.files;

/// A place in a file; lines and columns count from 1.
public record Mark(int line, int column) implements Comparable<Mark> {
    public static final Mark START = new Mark(1, 1);

    /// The place that it is in a file which has so many lines more above it.
    Mark below(int lines) {
        return new Mark(line + lines, column);
    }

    @Override
    public int compareTo(Mark other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
