package org.vigie.station;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vigie.access.Principal;
import org.vigie.station.command.AlertCommandRequest;
import org.vigie.station.command.AlertCommandResponse;
import org.vigie.station.command.AlertCommandResponse.ResponseStatus;
import org.vigie.station.command.AlertCommandSender;

/** Records every order and accepts or refuses all of them. */
public final class RecordedAlertCommands implements AlertCommandSender {
    private final List<AlertCommandRequest> forms = new CopyOnWriteArrayList<>();
    private final List<Principal> users = new CopyOnWriteArrayList<>();
    private volatile AlertCommandResponse answer =
            new AlertCommandResponse("o", ResponseStatus.OBEYED, null, "Acquittée.", "Acknowledged.");

    void refuse(String why, String message) {
        answer = new AlertCommandResponse("o", ResponseStatus.REFUSED, why, message, message);
    }

    List<AlertCommandRequest> forms() {
        return forms;
    }

    List<Principal> users() {
        return users;
    }

    @Override
    public CompletableFuture<AlertCommandResponse> send(AlertCommandRequest form, Principal user, Instant now) {
        forms.add(form);
        users.add(user);
        return CompletableFuture.completedFuture(answer);
    }
}
