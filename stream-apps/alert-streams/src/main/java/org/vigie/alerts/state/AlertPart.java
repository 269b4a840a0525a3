package org.vigie.alerts.state;

/** Describes a part of the app's store: the state of a stay, or the output of a record. */
public sealed interface AlertPart permits StayAlertState, StoredOutput {}
