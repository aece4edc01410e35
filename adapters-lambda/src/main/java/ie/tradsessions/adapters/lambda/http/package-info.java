/** HTTP as every route needs it: requests, responses, parameters, pages, problems. It knows no subject. */
@NullMarked
package ie.tradsessions.adapters.lambda.http;

import org.jspecify.annotations.NullMarked;
