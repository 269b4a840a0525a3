/** What happens to a record that an app cannot read: it is published to the quarantine topic and the app goes on. */
@NullMarked
package org.vigie.platform.deadletter;

import org.jspecify.annotations.NullMarked;
