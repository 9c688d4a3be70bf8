package entente.lanes;

/// A line of JSON as it goes out, and its key, `LANE/STOP`.
public record Line(String key, String json) {}
