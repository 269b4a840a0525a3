package org.vigie.replay.passport;

import java.io.PrintWriter;
import java.util.stream.Stream;
import org.vigie.access.AccessOperation;
import org.vigie.access.audit.CommandAudit;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.replay.namespace.WardOfReplay;

/**
 * Records whose scores or alerts a command computes again from their readings.
 *
 * @param kafka connection to the ward or the replay that holds them
 * @param err tells the user that an event was lost
 */
record PassportAudit(KafkaConnectionConfig kafka, PrintWriter err) {
    /**
     * Records one event for each stay, in the trail of the ward.
     *
     * @param stays those that are read; one may stand there several times
     * @param what is computed again: scores or alerts
     */
    void record(Stream<String> stays, String what) {
        var audit = new CommandAudit(new WardOfReplay(kafka).connection(), err);
        stays.distinct()
                .forEach(stay -> audit.recordOf(
                        stay, AccessOperation.READ_PATIENT, what + " are computed again from their readings"));
    }
}
