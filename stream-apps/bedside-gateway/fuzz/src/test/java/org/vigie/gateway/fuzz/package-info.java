/** How the readers are searched for input that breaks them; what is searched stands beside each reader's own package. */
package org.vigie.gateway.fuzz;
