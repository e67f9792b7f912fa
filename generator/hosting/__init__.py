"""What a site asks of whoever serves it: the policy of its pages, and headers for every kind of server."""
