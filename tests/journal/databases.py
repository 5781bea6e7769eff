"""What a test says that is about one kind of database only: `pytestmark = ON_A_FILE`."""

import pytest

ON_A_FILE = pytest.mark.parametrize("database", ["sqlite"], indirect=True, scope="session")
ON_A_SERVER = pytest.mark.parametrize("database", ["postgresql"], indirect=True, scope="session")
