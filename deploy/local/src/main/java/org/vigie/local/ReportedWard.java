package org.vigie.local;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.vigie.access.login.SecretText;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.store.StoreQuery;

/** Gives a report what it needs of a ward that runs: in this JVM or as a cluster of processes. */
public interface ReportedWard {
    /** Name of the program that reads the page for a report; the file of its token has this name. */
    String PROBE = "ward-probe";

    KafkaConnectionConfig kafka();

    /** Returns the address of the station's page. */
    URI page();

    /** Returns the API token with which the report reads the page. */
    SecretText probeToken();

    /** Opens the store for reading. */
    StoreQuery store();

    /**
     * Waits until the beds have sent their past.
     *
     * @throws TimeoutException when they have not within that time
     */
    void awaitBedsLive(Duration patience) throws InterruptedException, TimeoutException;

    /** Waits until every part of the ward runs. @throws Exception the failure of a part that could not start */
    void awaitWhole() throws Exception;

    /** Returns false after the beds were stopped or have failed. */
    boolean areBedsPlaying();

    /** Stops the simulator; all other parts process the records that are left. */
    void stopBeds();

    /** Returns the resident memory of all processes of the ward, MiB. */
    long residentMib();
}
