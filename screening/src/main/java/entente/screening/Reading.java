package entente.screening;

import java.time.Instant;

/// One value of something that changes slowly: a gas or a temperature, by the sensor that measured it.
public record Reading(Instant at, Sensor sensor, double value) {
    public Reading {
        switch (sensor.quantity()) {
            case CARBON_DIOXIDE, OXYGEN, TEMPERATURE -> {}
            case VELOCITY, ACCELERATION, PRESSURE ->
                throw new IllegalArgumentException(sensor.quantity() + " comes as samples, not as readings");
        }
    }
}
