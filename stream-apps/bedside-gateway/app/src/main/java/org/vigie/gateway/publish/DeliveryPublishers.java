package org.vigie.gateway.publish;

/** Holds the publisher of each part of a delivery. */
public record DeliveryPublishers(
        DeliveryArchive archive,
        MovementPublisher movements,
        MeasurementPublisher measurements,
        BedsideAlarmPublisher alarms) {}
