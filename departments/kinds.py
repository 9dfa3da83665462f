from django.db import models
class DepartmentKind(models.TextChoices):
    SO="so"
