package entente.trial;

/// What shakes a lane or a vehicle and is not somebody in it. All of these but what is in the
/// ground noise are invented.
public enum Nuisance {
    /// Nothing but the noise of the place.
    NONE,
    /// Vehicles that pass: rumbling from 5 to 20 Hz that swells and fades, 1 to 6 times the usual
    /// noise.
    ROAD,
    /// The engine left idling: half orders of 600 to 900 turns a minute, each 0 to 20 dB above the
    /// rest, not quite steady.
    ENGINE,
    /// A refrigeration unit: 1450 to 2200 turns a minute, its half order, and a fan whose line
    /// beats with it at 0.6 to 3 Hz; in half of the stops it goes on or off.
    REFRIGERATION,
    /// Staff who walk by: 1.5 to 2.5 steps a second, on the ground, and by another way into the
    /// vehicle.
    STEPS,
    /// Gusts: force on the side of the body from 0.5 to 4 Hz that swells and fades.
    GUSTS
}
