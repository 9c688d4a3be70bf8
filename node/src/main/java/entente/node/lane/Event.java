package entente.node.lane;

/// What those who watch a lane are told.
public sealed interface Event permits Moment, Trace {}
