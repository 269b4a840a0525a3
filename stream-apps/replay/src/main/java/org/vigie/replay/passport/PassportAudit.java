package org.vigie.replay.passport;

import java.io.PrintWriter;
import java.util.function.Consumer;
import org.vigie.access.AccessOperation;
import org.vigie.access.audit.CommandAudit;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.replay.namespace.WardOfReplay;

/**
 * Records whose scores or alerts a command computes again from their readings, one event for each stay, in the trail of the ward.
 *
 * @param kafka connection to the ward or the replay that holds them
 * @param err tells the user that an event was lost
 * @param what is computed again: scores or alerts
 */
record PassportAudit(KafkaConnectionConfig kafka, PrintWriter err, String what) implements Consumer<String> {
    @Override
    public void accept(String stay) {
        new CommandAudit(new WardOfReplay(kafka).connection(), err)
                .recordOf(stay, AccessOperation.READ_PATIENT, what + " are computed again from their readings");
    }
}
