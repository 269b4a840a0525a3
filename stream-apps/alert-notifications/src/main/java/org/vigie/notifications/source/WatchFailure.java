package org.vigie.notifications.source;

import java.time.Instant;
import java.util.List;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.NotificationDelivery;

/**
 * States that a bed, or all beds of a station, are not watched.
 *
 * @param place the bed, or the address of the station
 * @param since when it was found
 */
record WatchFailure(String place, String messageFr, String messageEn, Instant since) {
    private static final String RULE = "bed_unwatched";
    /** Stands in the address of a station and in the name of no bed. */
    private static final String ADDRESS = "://";

    static WatchFailure ofBed(String bed, Instant now) {
        return new WatchFailure(
                bed,
                "Lit non surveillé : ses mesures ne sont plus traitées. Surveiller au lit du patient.",
                "Bed not watched: its readings are not processed. Watch at the bedside.",
                now);
    }

    static WatchFailure ofStation(String station, String status, Instant now) {
        String shown = status.isEmpty() ? "" : " (" + status + ")";
        return new WatchFailure(
                station,
                "Unité non surveillée par ce poste" + shown + ". Surveiller au lit des patients.",
                "Unit not watched by this station" + shown + ". Watch at the bedside.",
                now);
    }

    /** Returns the failure that people were called for before the app was started. */
    static WatchFailure of(NotificationDelivery call) {
        Instant since = Instant.ofEpochMilli(
                Long.parseLong(call.getCall().substring(call.getCall().lastIndexOf('-') + 1)));
        return call.getBed().contains(ADDRESS) ? ofStation(call.getBed(), "", since) : ofBed(call.getBed(), since);
    }

    static boolean isCause(Alert alert) {
        return alert.getRule().equals(RULE);
    }

    boolean isOfStation() {
        return place.contains(ADDRESS);
    }

    /** Returns the notification. A unit or a bed that nobody watches is of high priority. */
    Alert toAlert(AlertStateRecord state, Instant now) {
        return Alert.newBuilder()
                .setAlert(RULE + "|" + place)
                .setStay("")
                .setBed(place)
                .setRule(RULE)
                .setRuleVersion("")
                .setKind(AlertKind.TECHNICAL)
                .setPriority(AlarmPriorityRecord.HIGH)
                .setState(state)
                .setOnset(since)
                .setRaisedAt(since)
                .setClearedAt(state == AlertStateRecord.CLEARED ? now : null)
                .setMessageFr(messageFr)
                .setMessageEn(messageEn)
                .setConditionDelayMs(0)
                .setCausePublishedAt(since)
                .setCauses(List.of())
                .setAt(now)
                .setHash(RULE + "-" + place + "-" + state + "-" + since.toEpochMilli())
                .build();
    }
}
