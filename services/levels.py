from services.choices import Level, OnlineScope
def default_scope(l): return {1:OnlineScope.NONE,2:OnlineScope.NONE,3:OnlineScope.PARTIAL,4:OnlineScope.FULL}[l]
