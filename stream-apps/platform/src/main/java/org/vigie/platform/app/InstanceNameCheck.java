package org.vigie.platform.app;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;

/**
 * Finds out whether another process is a member of the app's group under the name of this one, after the broker has fenced this one.
 *
 * <p>A process that was halted can be fenced by itself: it joins again, the answer is lost, and the member of that answer has its name. Nobody
 * sends the heartbeats of such a member, so that the broker removes it when its session ends. A member that stays is another process.
 */
final class InstanceNameCheck {
    /** Time between two questions. */
    static final Duration ASK_EVERY = Duration.ofSeconds(1);
    /** Answers that must show the name. They take longer than {@link StreamsAppProperties#SESSION_MS}; a broker that is away does not count. */
    static final int ANSWERS = 10;

    private final GroupMembers members;
    private final Pattern name;
    private final ClosingSignal closing;

    /** Reads the members of the app's group from the broker. */
    interface GroupMembers {
        /** Returns the names of the members. */
        Set<String> names() throws ExecutionException, InterruptedException;
    }

    /** @param memberName of this process, without the number that Kafka Streams adds for each thread */
    InstanceNameCheck(GroupMembers members, String memberName, ClosingSignal closing) {
        this.members = members;
        this.name = Pattern.compile(Pattern.quote(memberName) + "-\\d+");
        this.closing = closing;
    }

    /** Waits until the answer is certain. Returns false, too, when the app is closed meanwhile. */
    boolean isTaken() {
        int seen = 0;
        while (seen < ANSWERS && !closing.isClosedWithin(ASK_EVERY)) {
            Optional<Boolean> member = hasMember();
            if (member.isPresent() && !member.get()) {
                return false;
            }
            seen += member.isPresent() ? 1 : 0;
        }
        return seen == ANSWERS;
    }

    private Optional<Boolean> hasMember() {
        try {
            return Optional.of(members.names().stream().anyMatch(name.asMatchPredicate()));
        } catch (ExecutionException | KafkaException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
